import { statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { median } from "../benchmark.ts";
import { recordsIn } from "./articles-input.ts";
import { finishTask, taskOf } from "./run-task.ts";

/** Builds SQLite databases of the articles: with an index by address, and then with a full-text index of the titles too. */
export interface SqliteTask {
  readonly folder: string;
  readonly path: string;
  readonly known: readonly string[];
}

/** Bytes, s, ms. */
export interface SqliteResult {
  readonly bytes: number;
  readonly seconds: number;
  readonly lookUpMs: number;
  readonly bytesWithTitles: number;
  readonly secondsWithTitles: number;
}

const { folder, path, known } = taskOf<SqliteTask>();
const start = performance.now();
const database = new DatabaseSync(path);
database.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
  CREATE TABLE outlets (id INTEGER PRIMARY KEY, name TEXT, domain TEXT, UNIQUE (domain, name));
  CREATE TABLE articles (id INTEGER PRIMARY KEY, title TEXT, published TEXT, address TEXT, type TEXT, outlet INTEGER, more TEXT);
  BEGIN;`);
const outlets = new Map<string, number>();
const addOutlet = database.prepare("INSERT INTO outlets VALUES (?, ?, ?)");
const add = database.prepare("INSERT INTO articles VALUES (NULL, ?, ?, ?, ?, ?, ?)");
for (const record of recordsIn(folder)) {
  const { title, publishedDateTime, webUrl, type, provider, ...more } = record;
  const { name, domain } = provider;
  const outlet = outlets.get(`${domain} ${name}`) ?? outlets.size + 1;
  if (outlet > outlets.size) {
    outlets.set(`${domain} ${name}`, outlet);
    addOutlet.run(outlet, name, domain);
  }
  const rest = Object.keys(more).length === 0 ? null : JSON.stringify(more);
  add.run(title, publishedDateTime ?? null, webUrl ?? null, type, outlet, rest);
}
database.exec("COMMIT; CREATE INDEX by_address ON articles (address); VACUUM;");
const seconds = (performance.now() - start) / 1000;
const bytes = statSync(path).size;

const find = database.prepare(
  "SELECT * FROM articles JOIN outlets ON outlets.id = outlet WHERE address = ?",
);
const times = known.map((address) => {
  const from = performance.now();
  if (find.get(address) === undefined) throw new Error(address);
  return performance.now() - from;
});

database.exec(`CREATE VIRTUAL TABLE titles USING fts5 (title, content = 'articles', content_rowid = 'id');
  INSERT INTO titles (titles) VALUES ('rebuild');
  INSERT INTO titles (titles) VALUES ('optimize');
  VACUUM;`);
const secondsWithTitles = (performance.now() - start) / 1000;
database.close();
const result: SqliteResult = {
  ...{ bytes, seconds, secondsWithTitles, lookUpMs: median(times) },
  bytesWithTitles: statSync(path).size,
};
finishTask(result);
