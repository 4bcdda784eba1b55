//! The typology: the plane, the card of a profile, methods side by side, what the team decides.
//!
//! `page` answers with all of it, from the findings as they stand; `card` (with `value_tests`),
//! `methods` and `axis` gather its parts; `change` records decisions; `draws` tells how far the draws behind the page are;
//! `solidity` is the page of every trial.

mod axis;
mod card;
pub(crate) mod change;
pub(crate) mod draws;
mod methods;
pub(crate) mod page;
pub(crate) mod solidity;
mod value_tests;
