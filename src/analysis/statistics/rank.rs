//! Ranks, with ties at their middle.

/// The ranks of values, in their order, and what ties cost.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranks {
    /// Rank of each value; equal values share the mean of theirs.
    pub ranks: Vec<f64>,
    /// Σ (t³ − t) over the ties.
    pub tie_sum: f64,
}

/// Ranks values from 1; equal values share the mean of their ranks.
#[must_use]
pub fn midranks(values: &[f64]) -> Ranks {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[a].total_cmp(&values[b]));
    let mut ranks = vec![0.0; values.len()];
    let mut tie_sum = 0.0;
    let mut start = 0;
    while start < order.len() {
        let mut end = start + 1;
        // 0.0 and -0.0 are one value, which total_cmp would part.
        while end < order.len() && values[order[end]] <= values[order[start]] {
            end += 1;
        }
        let t = (end - start) as f64;
        tie_sum += t * t * t - t;
        for &i in &order[start..end] {
            ranks[i] = (start + 1 + end) as f64 / 2.0;
        }
        start = end;
    }
    Ranks { ranks, tie_sum }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ties_share_their_mean_rank() {
        let r = midranks(&[3.0, 1.0, 3.0, 0.0, -0.0]);
        assert_eq!(r.ranks, [4.5, 3.0, 4.5, 1.5, 1.5]);
        assert!((r.tie_sum - 12.0).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn ranks_always_sum_to_the_same(x in prop::collection::vec(-5_i32..5, 0..40)) {
            let x: Vec<f64> = x.into_iter().map(f64::from).collect();
            let n = x.len() as f64;
            prop_assert!((midranks(&x).ranks.iter().sum::<f64>() - n * (n + 1.0) / 2.0).abs() < 1e-9);
        }
    }
}
