//! Real repositories, made by git, and what is read of them.

mod recent;
mod refusals;
mod support;
