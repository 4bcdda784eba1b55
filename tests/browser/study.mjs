// A study in a folder of its own, the real program on it, and its server while a test needs it.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const program = process.env.PROPOS_BIN ?? join(root, 'target/debug/propos');
const bundled = ['study.toml', 'transcripts', 'codebook', 'codings', 'questionnaire', 'administrative'];

// What a server may take to say its address: a debug build beside other tests is slow.
const patience = 60_000;

const running = new Set();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** The bundled study, imported, in a temporary folder. */
export function bundledStudy() {
  const study = emptyFolder();
  for (const name of bundled) cpSync(join(root, name), join(study.folder, name), { recursive: true });
  study.run('import');
  return study;
}

/**
 * A study of the files given, `{ 'transcripts/U1.md': '…' }`, imported, with the settings and the
 * codebook of the bundled one.
 */
export function writtenStudy(files) {
  const study = emptyFolder();
  for (const name of ['study.toml', 'codebook']) cpSync(join(root, name), join(study.folder, name), { recursive: true });
  study.write(files);
  study.run('import');
  return study;
}

/** A study begun with nothing but the files given: no codebook, and the settings that `init` writes. */
export function begunStudy(files) {
  const study = emptyFolder();
  study.run('init', study.folder);
  study.write(files);
  study.run('import');
  return study;
}

function emptyFolder() {
  return new Study(mkdtempSync(join(tmpdir(), 'propos-browser-')));
}

class Study {
  constructor(folder) {
    this.folder = folder;
    this.server = null;
  }

  /** Writes files, given by their paths in the study. */
  write(files) {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true });
      writeFileSync(join(this.folder, path), text);
    }
  }

  /** Runs a command of the program on the study, and returns what it prints. */
  run(...args) {
    const told = spawnSync(program, ['--study', this.folder, '--lang', 'fr', ...args], { encoding: 'utf8' });
    assert.equal(told.status, 0, `propos ${args.join(' ')}: ${told.error ?? ''}${told.stderr}${told.stdout}`);
    return told.stdout;
  }

  /** The same, where a failure is what is looked at. */
  attempt(...args) {
    return spawnSync(program, ['--study', this.folder, '--lang', 'fr', ...args], { encoding: 'utf8', timeout: patience });
  }

  /** Exports the study and reads one of its files. */
  exported(path) {
    const folder = mkdtempSync(join(tmpdir(), 'propos-export-'));
    try {
      this.run('export', '--folder', join(folder, 'out'));
      return readFileSync(join(folder, 'out', path), 'utf8');
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  /** Starts the server. `port` is 0 for any that is free. */
  async serve({ coder = 'c1', port = 0, language = null } = {}) {
    const args = ['--study', this.folder, '--coder', coder];
    if (language) args.push('--lang', language);
    const child = spawn(program, [...args, 'serve', '--port', String(port)], { stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    const gone = new Promise((done) => child.once('exit', (code, signal) => done(code ?? signal)));
    child.once('exit', () => running.delete(child));
    let said = '';
    const address = await new Promise((found, failed) => {
      const timer = setTimeout(() => failed(new Error(`the server gave no address: ${said}`)), patience);
      const hear = (words) => {
        said += words;
        const address = said.match(/http:\/\/[^\s"»]+/);
        if (address && /\s/.test(said.slice(address.index + address[0].length))) {
          clearTimeout(timer);
          found(new URL(address[0]));
        }
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      gone.then((code) => failed(new Error(`the server ended with ${code}: ${said}`)));
    });
    this.server = { child, gone, address };
    return this.server;
  }

  /** Address of a page, once served. */
  at(path) {
    return new URL(path, this.server.address).href;
  }

  /** Ends the server: with SIGINT as Ctrl C does, or SIGKILL as a fault does. */
  async stop(signal = 'SIGINT') {
    const server = this.server;
    if (!server) return;
    this.server = null;
    server.child.kill(signal);
    const timer = setTimeout(() => server.child.kill('SIGKILL'), 10_000);
    await server.gone;
    clearTimeout(timer);
  }

  /** Ends the server and removes the folder. */
  async remove() {
    await this.stop('SIGKILL');
    if (existsSync(this.folder)) rmSync(this.folder, { recursive: true, maxRetries: 5 });
  }
}
