//! Who asks and who answers, and labels that are another's mistyped, set for a whole interview.

use super::edit::Edit;
use super::model::{Corrected, CorrectionError};
use crate::domain::transcript::markdown::parse;
use crate::domain::transcript::model::{Role, Transcript};
use crate::domain::transcript::role::{INTERVIEWER, RESPONDENT, Roles, is_role_key};
use crate::domain::transcript::write::{same, write};
use crate::text::Fingerprint;

/// What is set for the speakers of an interview; labels as they are written in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Casting {
    /// Whether all who asked answer, and all who answered ask. Done first.
    pub swap: bool,
    /// Roles, by label; a speaker not named keeps theirs.
    pub roles: Vec<(String, Role)>,
    /// Labels that become another speaker's, in the order given. Done last: the role is the other's.
    pub same: Vec<(String, String)>,
}

impl Casting {
    /// Tells whether it sets nothing.
    pub fn is_empty(&self) -> bool {
        !self.swap && self.roles.is_empty() && self.same.is_empty()
    }
}

/// Makes the next version of a transcript with its speakers so cast. The roles are written in its
/// front matter, which says them wherever the interview is exported and read again; its fingerprint
/// is that of the transcript as `write` writes it: it comes from no file.
///
/// # Errors
/// A label that nobody bears, or one that would not read back.
pub fn cast(transcript: &Transcript, casting: &Casting) -> Result<Corrected, CorrectionError> {
    let present = &transcript.version;
    let known = |label: &String| {
        let found = present.speakers.iter().position(|speaker| speaker.label == *label);
        found.ok_or_else(|| CorrectionError::UnknownSpeaker {
            label: label.clone(),
            labels: present.speakers.iter().map(|speaker| speaker.label.clone()).collect(),
        })
    };
    let mut roles: Vec<Role> = present.speakers.iter().map(|speaker| speaker.role).collect();
    if casting.swap {
        roles.iter_mut().for_each(|role| *role = role.other());
    }
    for (label, role) in &casting.roles {
        roles[known(label)?] = *role;
    }
    let mut edit = Edit::new(present.clone());
    for (label, other) in &casting.same {
        let (label, _) = (known(label)?, known(other)?);
        for place in (0..present.turns.len()).filter(|place| present.turns[*place].speaker == Some(label)) {
            edit.rename(place, other)?;
        }
    }
    let mut version = edit.finish();
    for speaker in &mut version.speakers {
        if let Some(at) = present.speakers.iter().position(|known| known.label == speaker.label) {
            speaker.role = roles[at];
        }
    }
    let is_changed = !same(&version, present) || version.speakers != present.speakers;
    let mut transcript = Transcript { version, ..transcript.clone() };
    if is_changed {
        declare(&mut transcript);
    }
    let written = write(&transcript);
    let again = parse(&transcript.path, &written, &Roles::default()).transcript;
    let reads_back = again.is_some_and(|again| {
        same(&again.version, &transcript.version) && again.version.speakers == transcript.version.speakers
    });
    if is_changed && !reads_back {
        return Err(CorrectionError::Unreadable);
    }
    transcript.version.number = present.number + 1;
    transcript.version.fingerprint = Fingerprint::of(written.as_bytes());
    Ok(Corrected { transcript, is_changed, shift: None })
}

/// Says in the attributes who asks and who answers, in place of what they said before.
fn declare(transcript: &mut Transcript) {
    let with = |role: Role| {
        let speakers = transcript.version.speakers.iter().filter(|speaker| speaker.role == role);
        speakers.map(|speaker| speaker.label.as_str()).collect::<Vec<_>>().join("; ")
    };
    let roles = [(INTERVIEWER, with(Role::Interviewer)), (RESPONDENT, with(Role::Respondent))];
    let at = transcript.attributes.iter().position(|(key, _)| is_role_key(key));
    transcript.attributes.retain(|(key, _)| !is_role_key(key));
    let at = at.unwrap_or(0).min(transcript.attributes.len());
    let named = roles.into_iter().filter(|(_, labels)| !labels.is_empty());
    let named = named.map(|(key, labels)| (key.to_owned(), labels));
    transcript.attributes.splice(at..at, named);
}
