//! propos, on the command line: parse, run, exit code; nothing else.

use std::process::ExitCode;

fn main() -> ExitCode {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    match runtime {
        Ok(runtime) => runtime.block_on(propos::cli::run(std::env::args_os().collect())).into(),
        // Without a runtime nothing can be told in a language; the code says it is not the user's fault.
        Err(_) => propos::cli::Exit::Internal.into(),
    }
}
