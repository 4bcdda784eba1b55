//! Whether another method would group alike: Ward's tree.

use crate::plot::{Class, Dendrogram, Guide, Leaf, Merge};
use crate::report::document::{Cell, Column, Drawn, Figure, NoteKind, Row, Table};
use crate::report::findings::Typology;
use crate::report::section::voice::Voice;

pub(super) fn figure(voice: &Voice<'_>, typology: &Typology) -> Option<Figure> {
    let people = voice.placed();
    // A tree needs every merge; half a tree would be a wrong one.
    if people < 2 || typology.merges.len() + 1 != people {
        return None;
    }
    let name = "dendrogram";
    let arguments = [("people", voice.placed_in_words().into())];
    let title = voice.title(name, "report-dendrogram-title", &arguments);
    let members = nodes(typology, people);
    let first = typology.merges.first()?;
    let pair = [
        ("first", label(voice, &members, first.left).into()),
        ("second", label(voice, &members, first.right).into()),
    ];
    let elsewhere: Vec<usize> = (0..people)
        .filter(|rank| {
            let own = voice.people().get(*rank).and_then(|person| person.profile);
            typology.ward.get(*rank).is_some_and(|ward| ward.is_some() && *ward != own)
        })
        .collect();
    let value = voice.format.maybe(typology.cophenetic, 2);
    let notes = vec![
        voice.note(
            NoteKind::Note,
            "report-dendrogram-note",
            &[
                ("value", value.into()),
                ("n", elsewhere.len().into()),
                ("names", voice.names(&elsewhere).into()),
            ],
        ),
        voice.note(NoteKind::Reading, "report-dendrogram-reading", &pair),
        voice.scope_people(),
        voice.source_interviews(),
    ];
    let desc = voice.string("report-dendrogram-desc", &pair);
    let chart = chart(voice, typology, &title, desc, &members);
    Some(Figure {
        name: name.to_owned(),
        title,
        unit: voice.plain("report-dendrogram-unit"),
        drawings: vec![Drawn::of(&chart)],
        paper_mm: 140,
        notes,
        table: Some(table(voice, typology, &members)),
        ..Figure::default()
    })
}

/// Persons under each node: first every person, then every merge.
fn nodes(typology: &Typology, people: usize) -> Vec<Vec<usize>> {
    let mut nodes: Vec<Vec<usize>> = (0..people).map(|rank| vec![rank]).collect();
    for merge in &typology.merges {
        let mut under = nodes.get(merge.left).cloned().unwrap_or_default();
        under.extend(nodes.get(merge.right).cloned().unwrap_or_default());
        nodes.push(under);
    }
    nodes
}

fn label(voice: &Voice<'_>, members: &[Vec<usize>], node: usize) -> String {
    let mut ranks = members.get(node).cloned().unwrap_or_default();
    ranks.sort_unstable();
    voice.names(&ranks)
}

/// Colour of a branch: the group of Ward that all its leaves share, if they do.
fn branch(typology: &Typology, ranks: &[usize]) -> Class {
    let mut groups = ranks.iter().map(|rank| typology.ward.get(*rank).copied().flatten());
    match groups.next() {
        Some(Some(first)) if groups.all(|group| group == Some(first)) => Class::nth(first),
        _ => Class::NEUTRAL,
    }
}

/// Leaves from top to bottom, the less complex side of each fork first.
fn order(typology: &Typology, people: usize, node: usize, members: &[Vec<usize>]) -> Vec<usize> {
    let Some(merge) = node.checked_sub(people).and_then(|place| typology.merges.get(place)) else {
        return vec![node];
    };
    let complexity = |node: usize| {
        let ranks = members.get(node).map_or(&[][..], Vec::as_slice);
        let sum: f64 =
            ranks.iter().filter_map(|rank| typology.places.get(*rank)).map(|place| place.at.0).sum();
        #[allow(clippy::cast_precision_loss, reason = "a handful of persons")]
        let count = ranks.len().max(1) as f64;
        sum / count
    };
    let (near, far) = if complexity(merge.left) <= complexity(merge.right) {
        (merge.left, merge.right)
    } else {
        (merge.right, merge.left)
    };
    let mut leaves = order(typology, people, near, members);
    leaves.extend(order(typology, people, far, members));
    leaves
}

fn chart(
    voice: &Voice<'_>,
    typology: &Typology,
    title: &str,
    desc: String,
    members: &[Vec<usize>],
) -> Dendrogram {
    let people = voice.placed();
    let highest = typology.merges.iter().map(|merge| merge.height).fold(0.0, f64::max);
    let groups = typology.profiles.len();
    // Cut halfway between the last merge kept and the first one undone.
    let cut = people.checked_sub(groups).and_then(|kept| {
        let below =
            kept.checked_sub(1).and_then(|last| typology.merges.get(last)).map_or(0.0, |merge| merge.height);
        typology.merges.get(kept).map(|merge| f64::midpoint(below, merge.height))
    });
    Dendrogram {
        alternative: voice.alternative(title, desc),
        axis: voice.axis(&voice.plain("report-dendrogram-axis"), 0.0, highest * 1.05, 5, 1),
        leaves: (0..people)
            .map(|rank| Leaf {
                label: voice.person_id(rank).to_owned(),
                class: voice.class_of(rank),
                branch: branch(typology, &[rank]),
            })
            .collect(),
        order: order(typology, people, members.len().saturating_sub(1), members),
        merges: typology
            .merges
            .iter()
            .enumerate()
            .map(|(place, merge)| Merge {
                first: merge.left,
                second: merge.right,
                height: merge.height,
                branch: branch(typology, members.get(people + place).map_or(&[][..], Vec::as_slice)),
            })
            .collect(),
        cut: cut
            .map(|at| Guide { at, label: voice.string("report-dendrogram-cut", &[("n", groups.into())]) }),
    }
}

fn table(voice: &Voice<'_>, typology: &Typology, members: &[Vec<usize>]) -> Table {
    Table {
        columns: vec![
            Column::text(voice.plain("report-column-merge")),
            Column::number(voice.plain("report-column-height")),
        ],
        rows: typology
            .merges
            .iter()
            .map(|merge| {
                Row::plain(vec![
                    Cell::text(format!(
                        "{} + {}",
                        label(voice, members, merge.left),
                        label(voice, members, merge.right)
                    )),
                    voice.decimal_cell(Some(merge.height), 2),
                ])
            })
            .collect(),
        ..Table::default()
    }
}
