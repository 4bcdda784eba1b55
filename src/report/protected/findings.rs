//! Both materials, protected in their order.

use super::activity::Activity;
use super::survey::Survey;
use crate::report::findings::Findings;

/// The questionnaire and the records as they may be published.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::report) struct ProtectedFindings {
    /// The questionnaire.
    pub(in crate::report) survey: Option<Survey>,
    /// The administrative records.
    pub(in crate::report) activity: Option<Activity>,
}

impl ProtectedFindings {
    /// Protects the questionnaire, then the records, whose sample repeats counts of respondents.
    pub(in crate::report) fn of(findings: &Findings) -> Self {
        let threshold = findings.study.threshold;
        let survey = findings.questionnaire.as_ref().map(|one| Survey::of(one, threshold));
        let crosstab = survey.as_ref().and_then(|survey| survey.crosstab.as_ref());
        let activity = findings.casework.as_ref().map(|one| Activity::of(one, crosstab, threshold));
        Self { survey, activity }
    }
}
