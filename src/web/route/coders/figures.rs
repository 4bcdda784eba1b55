//! Coefficients in the language of the page; what the data do not determine says so.

use crate::analysis::agreement::by_code::CodeAgreement;
use crate::analysis::statistics::undefined::{Defined, Undefined};
use crate::i18n::format::Format;
use crate::i18n::format::words::capitalised;
use crate::web::page::Page;
use crate::web::page::reason::undefined;

/// Width of the small axis, from −0.2 to 1.
const AXIS: f64 = 60.0;

/// One coefficient, with all that places it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Figure {
    /// The number, or « ind. ».
    pub(crate) text: String,
    /// Why there is none, else empty.
    pub(crate) why: String,
    /// Its interval, or empty.
    pub(crate) interval: String,
    /// Where it stands on the axis.
    pub(crate) at: Option<String>,
    /// Where its interval begins, and its length.
    pub(crate) range: Option<(String, String)>,
    /// Under what is usually taken for enough.
    pub(crate) is_low: bool,
    /// For sorting; what is undefined comes last.
    pub(crate) value: f64,
}

/// Under it, a code is marked: 0.667 is the least that Krippendorff takes for tentative conclusions.
const LOW: f64 = 0.667;

/// Writes Krippendorff's alpha.
pub(crate) fn alpha(page: &Page, format: Format, found: &Defined<CodeAgreement>) -> Figure {
    let value = found.as_ref().map_err(|reason| *reason).and_then(|found| found.alpha);
    let interval = found.as_ref().ok().and_then(|found| found.alpha_interval.as_ref().ok());
    let place = |value: f64| AXIS * ((value.clamp(-0.2, 1.0) + 0.2) / 1.2);
    match value {
        Ok(value) => Figure {
            text: format.decimal(value, 2),
            interval: interval.map_or_else(String::new, |at| format.interval(at.lower, at.upper, 2)),
            at: Some(format!("{:.1}", place(value))),
            range: interval.map(|at| {
                let from = place(at.lower);
                (format!("{from:.1}"), format!("{:.1}", (place(at.upper) - from).max(0.5)))
            }),
            is_low: value < LOW,
            value,
            ..Figure::default()
        },
        Err(reason) => Figure {
            text: page.say("coders-undefined"),
            why: why(page, &reason),
            value: f64::INFINITY,
            ..Figure::default()
        },
    }
}

/// Writes a coefficient without an interval.
pub(crate) fn plain(page: &Page, format: Format, found: &Defined) -> Figure {
    match found {
        Ok(value) => Figure { text: format.decimal(*value, 2), value: *value, ..Figure::default() },
        Err(reason) => {
            Figure { text: page.say("coders-undefined"), why: why(page, reason), ..Figure::default() }
        }
    }
}

/// Lists the reasons why some figures have no value, each once, in the order met.
pub(crate) fn reasons<'f>(figures: impl Iterator<Item = &'f Figure>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for figure in figures.filter(|figure| !figure.why.is_empty()) {
        if !found.contains(&figure.why) {
            found.push(figure.why.clone());
        }
    }
    found
}

/// Says why in the words of two coders where there are some.
fn why(page: &Page, reason: &Undefined) -> String {
    match reason {
        Undefined::SingleCategory | Undefined::ConstantValues | Undefined::ZeroDenominator => {
            page.say("coders-undefined-same")
        }
        Undefined::NoPairableUnit | Undefined::NoObservations => page.say("coders-undefined-few"),
        other => capitalised(&undefined(page.catalog(), *other)),
    }
}
