//! Numbers known by their form: NIR and IBAN by their key, telephones, and seven digits.

/// Tells whether a sign may part the groups of a number: blanks of every width, a stop, a hyphen.
fn parts(sign: char) -> bool {
    matches!(sign, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '.' | '-' | '‑')
}

/// Tells whether nothing after a place belongs to the number any more.
fn ends(signs: &[char], at: usize) -> bool {
    let next = signs.get(at);
    let after = signs.get(at + 1);
    match next {
        Some(sign) if sign.is_alphanumeric() => false,
        // A decimal comma or stop goes on.
        Some('.' | ',') => !after.is_some_and(char::is_ascii_digit),
        _ => true,
    }
}

/// Tells whether a number at this place is the end of another: the part after a decimal sign.
fn is_fraction(signs: &[char], at: usize) -> bool {
    at >= 2 && matches!(signs[at - 1], '.' | ',') && signs[at - 2].is_ascii_digit()
}

/// Takes signs of a number, one separator at most between two; returns each with the place past it.
fn take(
    signs: &[char],
    at: usize,
    most: usize,
    is_of_it: impl Fn(char, usize) -> bool,
) -> Vec<(char, usize)> {
    let mut taken = Vec::new();
    let mut here = at;
    while taken.len() < most {
        match signs.get(here) {
            Some(sign) if is_of_it(*sign, taken.len()) => {
                here += 1;
                taken.push((*sign, here));
            }
            Some(sign)
                if parts(*sign)
                    && !taken.is_empty()
                    && signs.get(here + 1).is_some_and(|next| is_of_it(*next, taken.len())) =>
            {
                here += 1;
            }
            _ => break,
        }
    }
    taken
}

/// Finds a NIR: fifteen signs whose key is right, or thirteen that are grouped as on the card, or that
/// `is_said` to be one.
///
/// *Source*: Insee, structure of the registration number: sex, year, month (also 20 to 42 and 50 to 99),
/// department (2A and 2B count as 19 and 18), commune, rank; key 97 less the rest of the division by 97.
pub(super) fn nir(signs: &[char], at: usize, is_said: impl Fn() -> bool) -> Option<usize> {
    if is_fraction(signs, at) {
        return None;
    }
    let is_of_it = |sign: char, place: usize| {
        sign.is_ascii_digit() || (place == 6 && matches!(sign.to_ascii_uppercase(), 'A' | 'B'))
    };
    let taken = take(signs, at, 15, is_of_it);
    let body: String = taken.iter().take(13).map(|(sign, _)| sign.to_ascii_uppercase()).collect();
    if body.len() < 13 || !is_body(&body) {
        return None;
    }
    let number: u64 = body.replace("2A", "19").replace("2B", "18").parse().ok()?;
    if let (Some((tens, _)), Some((ones, end))) = (taken.get(13), taken.get(14)) {
        let key = u64::from(tens.to_digit(10)? * 10 + ones.to_digit(10)?);
        return (key == 97 - number % 97 && ends(signs, *end)).then_some(*end);
    }
    let (_, end) = *taken.get(12)?;
    if taken.len() > 13 || !ends(signs, end) {
        return None;
    }
    let groups: Vec<usize> = signs[at..end].split(|sign| parts(*sign)).map(<[char]>::len).collect();
    (groups == [1, 2, 2, 2, 3, 3] || is_said()).then_some(end)
}

fn is_body(body: &str) -> bool {
    let part = |from: usize, to: usize| body[from..to].parse::<u32>().ok();
    let is_corsica = matches!(&body[5..7], "2A" | "2B");
    let is_month = part(3, 5).is_some_and(|month| matches!(month, 1..=12 | 20..=42 | 50..=99));
    body.starts_with(['1', '2', '3', '4', '7', '8'])
        && is_month
        && (is_corsica || part(5, 7).is_some_and(|place| place != 0))
        && body[7..].bytes().all(|byte| byte.is_ascii_digit())
        && (is_corsica || body.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Finds a French telephone number, from France or from abroad.
pub(super) fn phone(signs: &[char], at: usize) -> Option<usize> {
    if is_fraction(signs, at) {
        return None;
    }
    let starts = |text: &str| signs[at..].iter().copied().take(text.len()).eq(text.chars());
    let blank = |at: usize| if signs.get(at).copied().is_some_and(parts) { at + 1 } else { at };
    let first = if starts("+33") || starts("0033") {
        let after = blank(at + if starts("+33") { 3 } else { 4 });
        // « +33 (0)6 ».
        let told = signs.get(after..after + 3).is_some_and(|three| three == ['(', '0', ')']);
        if told { blank(after + 3) } else { after }
    } else if starts("0") {
        at + 1
    } else {
        return None;
    };
    if !matches!(signs.get(first), Some('1'..='9')) {
        return None;
    }
    let mut here = first + 1;
    let mut parted: Option<Option<char>> = None;
    for _ in 0..4 {
        let parter = signs.get(here).copied().filter(|sign| parts(*sign) || *sign == '/');
        // All blanks are alike; a number of one hand is parted in one way, unlike dates in a row.
        let kind = parter.map(|sign| if matches!(sign, '.' | '-' | '/') { sign } else { ' ' });
        if *parted.get_or_insert(kind) != kind {
            return None;
        }
        let from = here + usize::from(parter.is_some());
        if !signs.get(from..from + 2)?.iter().all(char::is_ascii_digit) {
            return None;
        }
        here = from + 2;
    }
    (ends(signs, here) && signs.get(here) != Some(&'_')).then_some(here)
}

/// Length of the bank numbers of some countries; of others none is looked for.
const IBANS: [(&str, usize); 16] = [
    ("FR", 27),
    ("MC", 27),
    ("BE", 16),
    ("DE", 22),
    ("ES", 24),
    ("IT", 27),
    ("PT", 25),
    ("LU", 20),
    ("CH", 21),
    ("GB", 22),
    ("NL", 18),
    ("RO", 24),
    ("PL", 28),
    ("IE", 22),
    ("AT", 20),
    ("TN", 24),
];

/// Finds the number of a bank account whose key is right (ISO 13616).
pub(super) fn iban(signs: &[char], at: usize) -> Option<usize> {
    let country: String = signs.get(at..at + 2)?.iter().collect();
    let (_, length) = IBANS.iter().find(|(known, _)| *known == country)?;
    let is_of_it = |sign: char, place: usize| {
        if place < 2 {
            sign.is_ascii_uppercase()
        } else {
            sign.is_ascii_digit() || sign.is_ascii_uppercase() && place > 3
        }
    };
    let taken = take(signs, at, *length, is_of_it);
    let (_, end) = *taken.last().filter(|_| taken.len() == *length)?;
    let turned = taken[4..].iter().chain(&taken[..4]);
    let rest = turned.fold(0, |rest: u64, (sign, _)| {
        let value = u64::from(sign.to_digit(36).unwrap_or_default());
        (rest * if value > 9 { 100 } else { 10 } + value) % 97
    });
    (rest == 1 && ends(signs, end)).then_some(end)
}

/// Finds seven digits that stand alone, with the letter that may follow them.
pub(super) fn seven(signs: &[char], at: usize) -> Option<usize> {
    let end = at + 7;
    if is_fraction(signs, at) || !signs.get(at..end)?.iter().all(char::is_ascii_digit) {
        return None;
    }
    let letter = |at: usize| signs.get(at).is_some_and(char::is_ascii_uppercase) && ends(signs, at + 1);
    if letter(end) {
        return Some(end + 1);
    }
    if signs.get(end).copied().is_some_and(parts) && letter(end + 1) {
        return Some(end + 2);
    }
    ends(signs, end).then_some(end)
}
