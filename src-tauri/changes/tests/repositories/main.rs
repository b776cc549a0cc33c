//! Real repositories, made by git, and what is read of them.

mod fetching;
mod recent;
mod refusals;
mod support;
