//! What the team settled beside its settings file, carried over when the file is read again.

use crate::domain::settings::StudySettings;

impl StudySettings {
    /// Carries over into `self`, just read from its file, what was settled since the file was last read:
    /// `before` is the file as it was then, `now` the settings as they stand.
    ///
    /// Decision by decision: what was settled stands, whatever else the file changes.
    #[must_use]
    pub fn carrying(mut self, before: &Self, now: &Self) -> Self {
        self.profiles = carried(&before.profiles, &now.profiles, &self.profiles, |one| one.quadrant);
        self.assignments =
            carried(&before.assignments, &now.assignments, &self.assignments, |one| one.case.clone());
        self.readings = carried(&before.readings, &now.readings, &self.readings, |one| one.quadrant);
        for axis in &mut self.axes {
            let measure = |settings: &Self| {
                settings.axes.iter().find(|known| known.id == axis.id).map(|known| known.measure)
            };
            if let (Some(was), Some(is)) = (measure(before), measure(now))
                && was != is
            {
                axis.measure = is;
            }
        }
        self
    }
}

fn carried<T: Clone + PartialEq, K: PartialEq>(
    before: &[T],
    now: &[T],
    read: &[T],
    key: impl Fn(&T) -> K,
) -> Vec<T> {
    let find = |list: &[T], wanted: &K| list.iter().find(|one| key(one) == *wanted).cloned();
    let mut kept: Vec<T> = Vec::new();
    for one in read.iter().chain(now) {
        let wanted = key(one);
        if find(&kept, &wanted).is_some() {
            continue;
        }
        let (was, is) = (find(before, &wanted), find(now, &wanted));
        kept.extend(if was == is { find(read, &wanted) } else { is });
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_settled_stands_and_the_rest_is_read() {
        let merge = |before: &[(u8, &str)], now: &[(u8, &str)], read: &[(u8, &str)]| {
            let owned = |list: &[(u8, &str)]| -> Vec<(u8, String)> {
                list.iter().map(|(key, text)| (*key, (*text).to_owned())).collect()
            };
            carried(&owned(before), &owned(now), &owned(read), |one| one.0)
        };
        let is = |found: Vec<(u8, String)>, wanted: &[(u8, &str)]| {
            assert_eq!(found.iter().map(|(key, text)| (*key, text.as_str())).collect::<Vec<_>>(), wanted);
        };
        is(merge(&[(1, "a")], &[(1, "a")], &[(1, "b")]), &[(1, "b")]);
        is(merge(&[(1, "a")], &[(1, "ours")], &[(1, "b")]), &[(1, "ours")]);
        is(merge(&[(1, "a")], &[], &[(1, "b"), (2, "c")]), &[(2, "c")]);
        is(merge(&[], &[(3, "ours")], &[(2, "c")]), &[(2, "c"), (3, "ours")]);
        is(merge(&[(1, "a")], &[(1, "a")], &[]), &[]);
    }
}
