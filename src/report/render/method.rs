//! Writes the page of a method.

use pulldown_cmark::html::push_html;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::plot::svg::escape;
use crate::report::method::Method;
use crate::text::Language;

/// Writes the page of a method without its title: its seven sections, each under its heading.
///
/// Formulas may be wider than the page: they scroll in a box of their own, which is reached by keyboard
/// and named by the heading above it.
pub fn method_page(method: Method, language: Language) -> String {
    let mut heading = String::new();
    let mut is_heading = false;
    let mut sections = 0;
    let events = Parser::new_ext(method.page(language), Options::empty());
    let after_title = events.skip_while(|event| !is_end_of_title(event)).skip(1);
    let shown = after_title.map(|event| match event {
        Event::Start(Tag::Heading { level, classes, attrs, .. }) => {
            sections += 1;
            heading.clear();
            is_heading = true;
            let id = Some(CowStr::from(format!("section-{sections}")));
            Event::Start(Tag::Heading { level, id, classes, attrs })
        }
        Event::End(TagEnd::Heading(level)) => {
            is_heading = false;
            Event::End(TagEnd::Heading(level))
        }
        Event::Text(text) => {
            if is_heading {
                heading.push_str(&text);
            }
            Event::Text(text)
        }
        Event::Start(Tag::CodeBlock(_)) => {
            let label = escape(&heading);
            Event::Html(format!("<pre tabindex=\"0\" role=\"group\" aria-label=\"{label}\"><code>").into())
        }
        Event::End(TagEnd::CodeBlock) => Event::Html("</code></pre>\n".into()),
        // Our own pages hold none; what looks like it is text.
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        other => other,
    });
    let mut page = String::new();
    push_html(&mut page, shown);
    page
}

fn is_end_of_title(event: &Event<'_>) -> bool {
    matches!(event, Event::End(TagEnd::Heading(HeadingLevel::H1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_written_with_its_sections() {
        for language in [Language::Fr, Language::En] {
            for method in Method::ALL {
                let page = method_page(*method, language);
                let name = method.name();
                assert_eq!(page.matches("<h2 id=\"section-").count(), 7, "{name}: {page}");
                assert!(!page.contains("<h1"), "{name}: the title stands above");
                assert!(!page.contains("```") && !page.contains("\n## "), "{name}: {page}");
                assert_eq!(page.matches("<pre").count(), page.matches("</code></pre>").count(), "{name}");
            }
        }
    }

    #[test]
    fn a_formula_is_named_and_its_signs_are_escaped() {
        let page = method_page(Method::Stability, Language::Fr);
        assert!(
            page.contains("<pre tabindex=\"0\" role=\"group\" aria-label=\"Formule\"><code>part gardée"),
            "{page}"
        );
        let page = method_page(Method::Crosstabs, Language::En);
        assert!(!page.contains("< "), "{page}");
    }
}
