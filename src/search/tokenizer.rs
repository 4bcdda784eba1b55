//! tantivy's view of [`text::token`](crate::text::token): folded words, or their stems.

use tantivy::tokenizer::{TextAnalyzer, Token, TokenStream, Tokenizer, TokenizerManager};

use super::schema::{EXACT, STEM_EN, STEM_FR};
use crate::text::Language;
use crate::text::fold::fold_into;
use crate::text::stem::Stemmer;
use crate::text::token::{Tokens, tokens};

/// Registers the tokenizers that the schema names.
pub(super) fn register(manager: &TokenizerManager) {
    for (name, language) in [(EXACT, None), (STEM_FR, Some(Language::Fr)), (STEM_EN, Some(Language::En))] {
        manager.register(name, TextAnalyzer::from(Words { stemmer: language.map(Stemmer::new) }));
    }
}

/// Cuts a text into folded words, stemmed when there is a stemmer.
#[derive(Clone)]
struct Words {
    stemmer: Option<Stemmer>,
}

impl Tokenizer for Words {
    type TokenStream<'a> = WordStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> WordStream<'a> {
        WordStream {
            words: tokens(text),
            stemmer: self.stemmer.as_mut(),
            folded: String::new(),
            token: Token::default(),
        }
    }
}

/// The words of one text; `folded` is kept from word to word to spare allocations.
struct WordStream<'a> {
    words: Tokens<'a>,
    stemmer: Option<&'a mut Stemmer>,
    folded: String,
    token: Token,
}

impl TokenStream for WordStream<'_> {
    fn advance(&mut self) -> bool {
        let Some(word) = self.words.next() else { return false };
        self.token.offset_from = word.start.0;
        self.token.offset_to = word.end.0;
        // The default position is the largest, so that the first word gets 0.
        self.token.position = self.token.position.wrapping_add(1);
        self.token.text.clear();
        match &mut self.stemmer {
            None => fold_into(word.text, &mut self.token.text),
            Some(stemmer) => {
                self.folded.clear();
                fold_into(word.text, &mut self.folded);
                self.token.text.push_str(stemmer.stem(&self.folded));
            }
        }
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}
