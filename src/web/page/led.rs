//! The way from a figure of a page to the pages of its methods, and back.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::Page;
use crate::plot::svg::escape;
use crate::report::method::Method;

/// The address of the page of a method, for the figure of `anchor` on the page `here`.
pub(crate) fn address(method: Method, here: &str, anchor: &str) -> String {
    let back = format!("{here}#{anchor}");
    format!("/methods/{}?from={}", method.name(), utf8_percent_encode(&back, NON_ALPHANUMERIC))
}

/// Reads the way back of an address: a place of our own pages, else none.
pub(crate) fn way_back(from: Option<&str>) -> Option<&str> {
    let is_ours = |from: &&str| {
        from.starts_with('/')
            && !from.starts_with("//")
            && !from.contains('\\')
            && !from.chars().any(char::is_control)
    };
    from.filter(is_ours)
}

impl Page {
    /// Writes the way from the figure `fig-<name>` of the page `here` to its methods.
    pub(crate) fn led(&self, name: &str, here: &str) -> String {
        let links: Vec<String> = Method::behind(name)
            .iter()
            .map(|method| {
                let to = address(*method, here, &format!("fig-{name}"));
                let title = method.title(self.catalog().language());
                format!("<a href=\"{}\">{}</a>", escape(&to), escape(title))
            })
            .collect();
        if links.is_empty() {
            return String::new();
        }
        let word = escape(&self.say("report-method"));
        format!("<p class=\"src led\"><b>{word}</b> {}</p>", links.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_leads_to_our_own_pages_only() {
        for ours in ["/", "/coders?a=c1&b=c2#fig-coders", "/typology?case=E07#tab-trial-cases"] {
            assert_eq!(way_back(Some(ours)), Some(ours));
        }
        for foreign in
            ["//elsewhere.example/", "https://elsewhere.example", "javascript:x", "/\\elsewhere", "", "/\n"]
        {
            assert_eq!(way_back(Some(foreign)), None, "{foreign}");
        }
        assert_eq!(way_back(None), None);
    }

    #[test]
    fn a_method_is_asked_for_from_a_figure() {
        let to = address(Method::Agreement, "/coders?a=c1", "fig-coders");
        assert_eq!(to, "/methods/agreement?from=%2Fcoders%3Fa%3Dc1%23fig%2Dcoders");
    }
}
