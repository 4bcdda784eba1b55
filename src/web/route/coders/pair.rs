//! Which two coders are compared: those of the address, else whoever coded most.

use serde::Deserialize;

use crate::app::coders::{Coder, Names};
use crate::app::pending;
use crate::domain::CoderId;
use crate::domain::coding::Coding;
use crate::web::page::initials;
use crate::web::route::door::encoded;

/// Two coders named in an address.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Asked {
    pub(crate) a: Option<String>,
    pub(crate) b: Option<String>,
}

/// One of the two.
#[derive(Clone, Debug)]
pub(crate) struct Side {
    pub(crate) id: CoderId,
    pub(crate) name: String,
    pub(crate) initials: String,
}

impl Side {
    fn of(id: CoderId, names: &Names) -> Self {
        let name = names.of(&id).to_owned();
        Self { initials: initials(&name), name, id }
    }
}

/// The address of a page that compares two coders.
pub(crate) fn address(path: &str, first: &Side, second: &Side) -> String {
    format!("{path}?a={}&b={}", encoded(&first.id.0), encoded(&second.id.0))
}

/// Chooses the two; none when fewer than two have coded.
pub(crate) fn choose(
    asked: &Asked,
    coders: &[Coder],
    codings: &[Coding],
    me: &CoderId,
    names: &Names,
) -> Option<(Side, Side)> {
    let known = |name: &Option<String>| {
        let name = name.as_ref()?;
        coders.iter().find(|coder| coder.id.0 == *name).map(|coder| coder.id.clone())
    };
    let (first, second) = match (known(&asked.a), known(&asked.b)) {
        (Some(first), Some(second)) if first != second => (first, second),
        _ => pending::pair(codings, me)?,
    };
    Some((Side::of(first, names), Side::of(second, names)))
}
