//! Papers: what they hold, and the forms that are written of them, read back by parsers of others.

mod example;
mod forms;
mod hostile;
mod html;
mod markdown;
mod model;
mod outline;
mod pieces;
