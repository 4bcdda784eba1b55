//! Threads for libraries that panic on some broken files: that is a fault of the file, which is told as one,
//! without a trace.

use std::io;
use std::sync::Once;
use std::thread::{Builder, JoinHandle};

/// Name of the threads whose panics are not printed.
const THREAD: &str = "reader";

/// Starts a thread whose panic is the caller's to tell, by what joining it gives.
///
/// # Errors
/// The system starts no thread.
pub fn spawn<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> io::Result<JoinHandle<T>> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if std::thread::current().name() != Some(THREAD) {
                usual(panic);
            }
        }));
    });
    Builder::new().name(THREAD.to_owned()).spawn(work)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_panic_comes_back_as_no_result() {
        let broken = super::spawn(|| -> u8 { panic!("nobody reads this") }).unwrap();
        assert!(broken.join().is_err());
        assert_eq!(super::spawn(|| 7).unwrap().join().unwrap(), 7);
    }
}
