//! A why as people type it (seed: Five Whys).

use super::is_blank;

/// What a why asks, without the why itself, and its answer: `did orders fail? -> Payment validation threw an exception.` Without an
/// arrow all of it is the answer. `None` where it answers nothing.
#[must_use]
pub fn read_why(text: &str) -> Option<(Option<String>, String)> {
    // An arrow that stands between two figures is a part of the answer.
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ") + " ";
    let (question, answer) = [" -> ", " → "].iter().find_map(|arrow| text.split_once(arrow)).unwrap_or(("", text.as_str()));
    let question = question.trim().trim_end_matches('?').trim_end();
    let question = strip_why(question).trim_start();
    (!is_blank(answer)).then(|| ((!is_blank(question)).then(|| question.to_owned()), answer.trim().to_owned()))
}

/// Without the word itself and the number and stars of a template around it.
fn strip_why(question: &str) -> &str {
    let bare = question.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '*' | ' '));
    let word = bare.get(..3).filter(|word| word.eq_ignore_ascii_case("why"));
    match word {
        Some(_) if !bare[3..].starts_with(char::is_alphabetic) => bare[3..].trim_start_matches('*'),
        _ => question,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_why_reads_with_its_question_and_without() {
        let read = |text| read_why(text).expect("it answers something");
        let asked = |question: &str, answer: &str| (Some(question.to_owned()), answer.to_owned());

        assert_eq!(read("did orders fail? -> Validation threw."), asked("did orders fail", "Validation threw."));
        assert_eq!(read("1. **Why** did orders fail? -> Validation threw."), asked("did orders fail", "Validation threw."));
        assert_eq!(read("Why? -> Nobody looked"), (None, "Nobody looked".to_owned()));
        assert_eq!(read("errors rose 1%->38%"), (None, "errors rose 1%->38%".to_owned()));
        assert_eq!(read(" Nobody\n looked "), (None, "Nobody looked".to_owned()));
        assert_eq!(read("whyever -> so"), asked("whyever", "so"));
        assert_eq!(read_why("why? -> "), None);
        assert_eq!(read_why(" "), None);
    }
}
