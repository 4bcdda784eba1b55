//! A query understood: words to find and filters to hold.

use crate::domain::transcript::Role;
use crate::text::CharOffset;
use crate::text::fold::fold;
use crate::text::token::tokens;

/// What to look for in the words of a turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expression {
    /// Every one of these.
    All(Vec<Expression>),
    /// At least one of these.
    Any(Vec<Expression>),
    /// Not this.
    Not(Box<Expression>),
    /// A word or a phrase.
    Leaf(Leaf),
}

impl Expression {
    /// Tells whether it only excludes.
    pub fn is_negative(&self) -> bool {
        match self {
            Self::All(parts) => parts.iter().all(Self::is_negative),
            Self::Any(parts) => parts.iter().any(Self::is_negative),
            Self::Not(_) => true,
            Self::Leaf(_) => false,
        }
    }
}

/// How the words of a leaf are compared with those of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// By their stem.
    Stem,
    /// By their folded form.
    Exact,
    /// By their folded form, the last word being a beginning.
    Prefix,
    /// Within so many edits of the folded form; one word only.
    Edits(u8),
}

/// Words to find in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// The words, cut and folded; at least one.
    pub words: Vec<String>,
    /// How they are compared.
    pub form: Form,
    /// How many other words may stand among them, in all.
    pub gap: u32,
}

impl Leaf {
    /// Cuts and folds the words of `text`; none when it has no word.
    pub fn new(text: &str, form: Form, gap: u32) -> Option<Self> {
        let words: Vec<String> = tokens(text).map(|token| fold(token.text)).collect();
        (!words.is_empty()).then_some(Self { words, form, gap })
    }
}

/// What a filter is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FilterField {
    /// The speaker's label.
    Speaker,
    /// The speaker's role.
    Role,
    /// The transcript's id.
    Transcript,
    /// A code that the turn carries.
    Code,
    /// An attribute of the case, by name.
    Attribute(String),
}

impl FilterField {
    /// Reads the name of a filter.
    pub fn parse(name: &str) -> Self {
        match fold(name).as_str() {
            "speaker" => Self::Speaker,
            "role" => Self::Role,
            "transcript" => Self::Transcript,
            "code" => Self::Code,
            _ => Self::Attribute(name.to_owned()),
        }
    }

    /// Returns its name, as a query writes it.
    pub fn name(&self) -> &str {
        match self {
            Self::Speaker => "speaker",
            Self::Role => "role",
            Self::Transcript => "transcript",
            Self::Code => "code",
            Self::Attribute(name) => name,
        }
    }
}

/// A condition beside the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterTerm {
    /// What it is about.
    pub field: FilterField,
    /// The values accepted: any of them.
    pub values: Vec<String>,
    /// Whether the condition must not hold.
    pub negated: bool,
    /// Where it stands in the query.
    pub at: CharOffset,
}

/// A query, parsed: every filter must hold, and the expression match.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ParsedQuery {
    /// The words; none when there are only filters.
    pub expression: Option<Expression>,
    /// The filters, in their order.
    pub filters: Vec<FilterTerm>,
}

/// Reads a role as a filter names it, in English or French.
pub fn parse_role(name: &str) -> Option<Role> {
    match fold(name).as_str() {
        "respondent" | "enquete" | "enquetee" | "enquete·e" | "repondant" | "repondante" => {
            Some(Role::Respondent)
        }
        "interviewer" | "enqueteur" | "enquetrice" | "enqueteuse" => Some(Role::Interviewer),
        _ => None,
    }
}
