//! Learns every code, measures it, and lists what it proposes.

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::feature::{Design, Feature, NEIGHBOUR};
use super::logistic::Learned;
use super::measure::{Trial, attempt, folds};
use super::model::{CodeMeasure, Evidence, Settings, Silence, Source, Suggestion, Suggestions};
use super::sentence::{Carried, Interview, Word, carriers, read, uncoded};
use crate::analysis::statistics::interval::wilson;
use crate::analysis::statistics::undefined::Undefined;
use crate::domain::codebook::{Code, Codebook};
use crate::domain::coding::Coding;
use crate::domain::transcript::Transcript;
use crate::progress::Progress;
use crate::text::Fingerprint;

/// Least number of coded interviews, and of interviews where a sentence carries the code: with two
/// held out, two must remain.
pub const INTERVIEWS: usize = 4;
/// Least number of sentences that carry a code.
pub const SENTENCES: usize = 10;
/// Least number of held-out sentences proposed, for a precision to be worth its name.
pub const PROPOSED: u64 = 5;
/// Words of evidence given, in the sentence and round it.
const WORDS: (usize, usize) = (4, 2);
/// Level of the intervals.
const LEVEL: f64 = 0.95;

/// Learns from the codings and proposes codes for sentences that no coding touches; none when it was
/// stopped.
///
/// Units: sentences of respondents. Codings of the consensus should be left out; lost ones are. The
/// result depends neither on the order of transcripts or codings, nor on the number of threads.
pub fn suggest(
    codebook: &Codebook,
    transcripts: &[Transcript],
    codings: &[Coding],
    settings: &Settings,
    progress: &dyn Progress,
) -> Option<Suggestions> {
    let interviews = read(transcripts, codings, settings.language);
    let was_read: Vec<bool> = interviews.iter().map(|one| one.read).collect();
    let design = Design::new(&interviews);
    let folds = folds(&was_read);
    let free = uncoded(&interviews, codings);
    let of = |wanted: bool| {
        let kept = interviews.iter().filter(|one| one.read == wanted);
        kept.map(|one| one.id.clone()).collect::<Vec<_>>()
    };
    let mut all = Suggestions {
        settings: *settings,
        read: of(true),
        unread: of(false),
        sentences: interviews.iter().filter(|one| one.read).map(|one| one.sentences.len()).sum(),
        folds: folds.iter().flatten().max().map_or(0, |last| last + 1),
        codes: Vec::new(),
        precision: wilson(0, 0, LEVEL),
        precision_of_all: wilson(0, 0, LEVEL),
        recall: wilson(0, 0, LEVEL),
        suggestions: Vec::new(),
    };
    let codes: Vec<&Code> = codebook.codes().collect();
    progress.begin("codes", codes.len() as u64);
    // Several codes at once where the machine can; what comes out stands in their order.
    let learn = |code: &&Code| {
        let carried = carriers(&interviews, codings, &code.id);
        let (mut measure, trial) = examine(code, &interviews, &design, &carried, &folds, settings, progress)?;
        let speaks = trial.as_ref().filter(|_| measure.silence.is_none());
        let made = speaks.map(|trial| proposals(code, &interviews, &design, &folds, trial, &free));
        measure.proposed = made.as_ref().map_or(0, Vec::len);
        progress.advance(1);
        Some((measure, trial.map(|trial| (trial.right, trial.proposed, trial.carriers)), made))
    };
    let learned: Option<Vec<_>> = codes.par_iter().map(learn).collect();
    progress.end();
    let (mut speaking, mut measured) = ((0, 0, 0), (0, 0));
    for (measure, counts, made) in learned? {
        if let Some((right, proposed, carriers)) = counts {
            measured = (measured.0 + right, measured.1 + proposed);
            if measure.silence.is_none() {
                speaking = (speaking.0 + right, speaking.1 + proposed, speaking.2 + carriers);
            }
        }
        all.suggestions.extend(made.into_iter().flatten());
        all.codes.push(measure);
    }
    all.precision = wilson(speaking.0, speaking.1, LEVEL);
    all.recall = wilson(speaking.0, speaking.2, LEVEL);
    all.precision_of_all = wilson(measured.0, measured.1, LEVEL);
    all.suggestions.sort_by(|one, other| {
        (&one.transcript, one.span, &one.code).cmp(&(&other.transcript, other.span, &other.code))
    });
    Some(all)
}

/// Measures a code, unless too little of it is there; none when it was stopped.
fn examine(
    code: &Code,
    interviews: &[Interview],
    design: &Design,
    carried: &[Vec<Carried>],
    folds: &[Option<usize>],
    settings: &Settings,
    progress: &dyn Progress,
) -> Option<(CodeMeasure, Option<Trial>)> {
    let known = interviews.iter().zip(carried).filter(|(interview, _)| interview.read);
    let counts: Vec<usize> =
        known.map(|(_, carried)| carried.iter().filter(|one| one.by_hand || one.accepted).count()).collect();
    let mut measure = CodeMeasure {
        code: code.id.clone(),
        title: code.title.clone(),
        sentences: counts.iter().sum(),
        interviews: counts.iter().filter(|count| **count > 0).count(),
        precision: wilson(0, 0, LEVEL),
        // Nothing was held out yet: of a code that is not tried, no recall is measured, not one of 0.
        recall: Err(Undefined::NoObservations),
        threshold: None,
        silence: None,
        proposed: 0,
    };
    measure.silence = if code.retired.is_some() {
        Some(Silence::Retired)
    } else if counts.len() < INTERVIEWS {
        Some(Silence::FewRead { present: counts.len(), needed: INTERVIEWS })
    } else if measure.sentences == 0 {
        Some(Silence::NoExample)
    } else if measure.sentences < SENTENCES {
        Some(Silence::FewSentences { present: measure.sentences, needed: SENTENCES })
    } else if measure.interviews < INTERVIEWS {
        Some(Silence::FewInterviews { present: measure.interviews, needed: INTERVIEWS })
    } else {
        None
    };
    if measure.silence.is_some() {
        return Some((measure, None));
    }
    let trial = attempt(design, &carried.concat(), folds, settings.precision, progress)?;
    measure.precision = wilson(trial.right, trial.proposed, LEVEL);
    measure.recall = wilson(trial.right, trial.carriers, LEVEL);
    measure.threshold = trial.whole.1;
    measure.silence = if !trial.is_within_reach {
        Some(Silence::OutOfReach)
    } else if trial.proposed < PROPOSED {
        let (present, needed) = (count(trial.proposed), count(PROPOSED));
        Some(Silence::FewProposals { present, needed })
    } else {
        let reaches = measure.precision.is_ok_and(|share| share.share >= settings.precision);
        (!reaches).then_some(Silence::LowPrecision)
    };
    Some((measure, Some(trial)))
}

fn count(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// Lists the sentences that a code is proposed for: in an interview that was coded, by the model and
/// the threshold that did not see it.
fn proposals(
    code: &Code,
    interviews: &[Interview],
    design: &Design,
    folds: &[Option<usize>],
    trial: &Trial,
    free: &[bool],
) -> Vec<Suggestion> {
    let mut made = Vec::new();
    for (place, interview) in interviews.iter().enumerate() {
        let (model, threshold) = match folds[place] {
            Some(fold) => &trial.folds[fold],
            None => &trial.whole,
        };
        let Some(threshold) = threshold else { continue };
        let first = design.interviews[place].start;
        for (sentence, row) in interview.sentences.iter().zip(first..).filter(|(_, row)| free[*row]) {
            let Some(score) = model.score(design, row).filter(|score| score >= threshold) else { continue };
            let twins = interview.sentences[..row - first].iter().filter(|one| one.text == sentence.text);
            made.push(Suggestion {
                id: identifier(&[interview.id.as_str(), code.id.as_str(), &sentence.text], twins.count()),
                transcript: interview.id.clone(),
                turn: interview.turns[sentence.turn].number,
                sentence: sentence.number,
                span: sentence.span,
                text: sentence.text.clone(),
                code: code.id.clone(),
                title: code.title.clone(),
                margin: score - threshold,
                evidence: evidence(interview, design, model, row, first),
                read: interview.read,
            });
        }
    }
    made
}

/// Names a suggestion by what it says, and by how many sentences before it say the same.
fn identifier(said: &[&str], twins: usize) -> String {
    let text = format!("{}\u{1f}{twins}", said.join("\u{1f}"));
    Fingerprint::of(text.as_bytes()).0[..8].to_owned()
}

/// Finds the words that weigh most.
fn evidence(
    interview: &Interview,
    design: &Design,
    model: &Learned,
    row: usize,
    first: usize,
) -> Vec<Evidence> {
    let sentence = &interview.sentences[row - first];
    let answer = &interview.turns[sentence.turn];
    let gather = |columns: &[(u32, f64)], source: Source, words: &[Word]| -> Vec<Evidence> {
        let told = columns.iter().filter_map(|(column, value)| {
            let column = *column as usize;
            let weight = model.weights[column] * value;
            let (word, source, spans) = match &design.features[column] {
                Feature::Stem(stem) | Feature::Question(stem) => {
                    let same = || words.iter().filter(|word| word.stem == *stem);
                    (same().next()?.written.clone(), source, same().map(|word| word.span).collect())
                }
                Feature::Part(part) => (part.clone(), Source::Part, Vec::new()),
            };
            (weight > 0.0).then_some(Evidence { word, source, spans, weight })
        });
        told.collect()
    };
    let counted = |row: usize, times: f64| -> Vec<(u32, f64)> {
        design.own(row).iter().map(|column| (*column, times)).collect()
    };
    let mut own = gather(&counted(row, 1.0), Source::Sentence, &sentence.words);
    let mut round: Vec<Evidence> = design
        .neighbours(row)
        .flat_map(|one| {
            let words = &interview.sentences[one - first].words;
            gather(&counted(one, NEIGHBOUR), Source::Neighbour, words)
        })
        .collect();
    let around = design.around(design.turn[row]);
    round.extend(gather(around, Source::Question, &answer.question));
    for (list, most) in [(&mut own, WORDS.0), (&mut round, WORDS.1)] {
        list.sort_by(|one, other| other.weight.total_cmp(&one.weight).then(one.word.cmp(&other.word)));
        list.truncate(most);
    }
    own.extend(round);
    own
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::matrix::cases::tests::{codebook, coding, transcript};
    use crate::domain::coding::Origin;
    use crate::progress::Silent;
    use crate::text::TextIndex;
    use proptest::prelude::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    const SPEECH: [&str; 6] = [
        "On avait une dette de loyer. Le chat dormait. Ma sœur est venue.",
        "La dette grandissait. Il faisait froid dehors.",
        "Le bus est parti. Le chat dormait encore.",
        "Une dette encore, toujours une dette. Ma sœur travaille.",
        "Il faisait froid. Le bus passe tôt.",
        "Ma sœur dormait dehors. Le chat est venu.",
    ];

    /// Six interviews coded wherever a debt is told, and one that nobody coded.
    fn study() -> (Codebook, Vec<Transcript>, Vec<Coding>) {
        let (mut transcripts, mut codings) = (Vec::new(), Vec::new());
        for number in 1..=7 {
            let id = format!("E{number:02}");
            let turns: Vec<(bool, &str)> = SPEECH.iter().map(|speech| (false, *speech)).collect();
            let made = transcript(&id, &turns);
            for sentence in &read(std::slice::from_ref(&made), &[], Settings::default().language)[0].sentences
            {
                let (start, end) = (sentence.span.start.0, sentence.span.end.0);
                if number < 7 && sentence.text.contains("dette") {
                    codings.push(coding(&id, "dettes", "c1", (start, end), None));
                } else if number < 7 && sentence.text.contains("bus") {
                    codings.push(coding(&id, "bus", "c2", (start, end), None));
                }
            }
            transcripts.push(made);
        }
        (codebook(&[("dettes", "", 0.0), ("bus", "", 0.0), ("vide", "", 0.0)]), transcripts, codings)
    }

    fn all(study: &(Codebook, Vec<Transcript>, Vec<Coding>)) -> Suggestions {
        suggest(&study.0, &study.1, &study.2, &Settings::default(), &Silent).unwrap()
    }

    #[test]
    fn what_the_team_always_codes_is_proposed_where_nobody_coded() {
        let study = study();
        let found = all(&study);
        assert_eq!((found.read.len(), found.unread.len(), found.folds), (6, 1, 6));
        let debts = &found.codes[0];
        assert_eq!((debts.sentences, debts.interviews, debts.silence), (18, 6, None));
        assert!(debts.precision.as_ref().is_ok_and(|share| share.share >= 0.7));
        let proposed: Vec<&Suggestion> =
            found.suggestions.iter().filter(|one| one.code.as_str() == "dettes").collect();
        assert!(proposed.iter().filter(|one| one.text.contains("dette")).count() == 3, "{proposed:?}");
        assert!(proposed.iter().all(|one| !one.read || !one.text.contains("dette")));
        assert_eq!(proposed[0].evidence[0].source, Source::Sentence);
        let text = TextIndex::new(&study.1[6].version.text);
        let debt = proposed[0].evidence.iter().find(|piece| piece.word == "dette").unwrap();
        assert!(debt.spans.iter().all(|span| text.slice(*span) == "dette") && !debt.spans.is_empty());
    }

    #[test]
    fn a_code_that_nothing_carries_says_so() {
        let found = all(&study());
        assert_eq!(found.codes[2].silence, Some(Silence::NoExample));
        assert!(found.codes[2].precision.is_err() && found.codes[2].recall.is_err());
    }

    #[test]
    fn without_codings_or_with_one_interview_every_code_is_silent() {
        let (book, transcripts, codings) = study();
        let none = all(&(book.clone(), transcripts.clone(), Vec::new()));
        assert!(none.codes.iter().all(|one| one.silence == Some(Silence::FewRead { present: 0, needed: 4 })));
        assert!(none.precision.is_err() && none.suggestions.is_empty());
        let one = all(&(book, transcripts[..1].to_vec(), codings));
        assert!(one.codes.iter().all(|one| one.silence == Some(Silence::FewRead { present: 1, needed: 4 })));
        let nothing = suggest(&Codebook::default(), &[], &[], &Settings::default(), &Silent).unwrap();
        assert!(nothing.codes.is_empty() && nothing.folds == 0);
    }

    #[test]
    fn an_accepted_suggestion_is_learned_from_and_not_measured() {
        let mut study = study();
        let before = all(&study);
        for one in &mut study.2 {
            if one.transcript.as_str() == "E01" && one.code.as_str() == "dettes" {
                one.origin = Origin::Suggestion;
            }
        }
        let after = all(&study);
        let carriers = |found: &Suggestions| found.codes[0].recall.map(|share| share.n);
        assert_eq!((carriers(&before), carriers(&after)), (Ok(18), Ok(15)));
        assert_eq!(after.codes[0].sentences, 18);
    }

    #[test]
    fn a_sentence_said_twice_has_two_names() {
        let found = all(&study());
        let mut names: Vec<&str> = found.suggestions.iter().map(|one| one.id.as_str()).collect();
        let many = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), many);
    }

    /// Stops a task at the step of this number.
    struct StopAt(AtomicUsize);

    impl Progress for StopAt {
        fn begin(&self, _stage: &'static str, _total: u64) {}
        fn advance(&self, _steps: u64) {}
        fn end(&self) {}
        fn is_stopped(&self) -> bool {
            self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_err()
        }
    }

    #[test]
    fn a_task_that_nobody_waits_for_stops_and_gives_nothing() {
        let (book, transcripts, codings) = study();
        for step in [0, 1, 9] {
            let stop = StopAt(AtomicUsize::new(step));
            assert_eq!(suggest(&book, &transcripts, &codings, &Settings::default(), &stop), None, "{step}");
        }
    }

    #[test]
    fn one_thread_and_two_give_the_same_bytes() {
        let study = study();
        let with = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            serde_json::to_string(&pool.install(|| all(&study))).unwrap()
        };
        assert_eq!(with(1), with(2));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(8))]
        #[test]
        fn the_order_of_rows_changes_nothing(shift in 0_usize..7, codings in 0_usize..30) {
            let study = study();
            let mut turned = study.clone();
            turned.1.rotate_left(shift);
            let many = turned.2.len();
            turned.2.rotate_left(codings % many);
            prop_assert_eq!(all(&turned), all(&study));
        }
    }
}
