//! What the parts of the page are written from.

use crate::analysis::statistics::undefined::Undefined;
use crate::analysis::typology::trials::Stability;
use crate::analysis::typology::{Method, Typology};
use crate::app::findings::Overview;
use crate::domain::AxisId;
use crate::report::document::{Block, Table};
use crate::web::page::grid::Grid;
use crate::web::page::reason::reason;

/// A partition with its trials.
pub(super) struct Trial<'a> {
    pub(super) grid: Grid<'a>,
    pub(super) overview: &'a Overview,
    pub(super) typology: &'a Typology,
    pub(super) trials: &'a Stability,
}

impl Trial<'_> {
    /// Puts under the title of a table its n, its B and its seed.
    pub(super) fn drawn(&self, mut table: Table, draws: usize) -> Block {
        let arguments = [
            ("n", self.trials.cases.into()),
            ("draws", draws.into()),
            ("seed", self.trials.seed.to_string().into()),
        ];
        table.unit = self.grid.words.text("figure-drawn", &arguments);
        Block::Table(table)
    }

    /// Puts under the title of a table its n, where nothing is drawn.
    pub(super) fn exact(&self, mut table: Table) -> Block {
        table.unit = self.grid.words.text("figure-exact", &[("n", self.trials.cases.into())]);
        Block::Table(table)
    }

    /// Says why a trial, called by the message `trial`, has no result.
    pub(super) fn undefined(&self, trial: &str, why: Undefined) -> Block {
        let arguments = [("trial", self.grid.say(trial).into()), ("reason", self.reason(why).into())];
        self.grid.paragraph("stability-undefined", &arguments)
    }

    /// Says why in the words of draws and coders where there are some.
    pub(super) fn reason(&self, why: Undefined) -> String {
        match why {
            Undefined::NoPairableUnit => self.grid.say("stability-why-single-coder"),
            Undefined::UndefinedReplicates => self.grid.say("stability-why-no-draws"),
            Undefined::TooFew { .. } => self.grid.say("stability-why-few"),
            other => reason(self.grid.words, other),
        }
    }

    /// Names a method.
    pub(super) fn method(&self, method: &Method) -> String {
        match method {
            Method::Coder { coder } => {
                self.grid.words.text("typology-method-coder", &[("coder", coder.as_str().into())])
            }
            _ => self.grid.say(&format!("typology-method-{}", method.key())),
        }
    }

    /// The title of an axis, as the study declares it.
    pub(super) fn axis(&self, id: &AxisId) -> String {
        let language = self.grid.words.language();
        let axis = self.overview.material.settings.axes.iter().find(|axis| axis.id == *id);
        axis.map_or_else(|| id.0.clone(), |axis| axis.title.get(language).to_owned())
    }
}
