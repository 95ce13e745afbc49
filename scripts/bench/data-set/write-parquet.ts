import { DuckDBInstance } from "@duckdb/node-api";
import { documented } from "./documented.ts";

/**
 * Runs the documented SQL in DuckDB: JSON Lines to Parquet, in a folder for each day.
 *
 * @param articles a folder of `*.jsonl.gz`
 * @param parquet the folder to write
 */
export async function writeParquet(articles: string, parquet: string): Promise<void> {
  const sql = documented("sql")
    .replace("'articles/*.jsonl.gz'", `'${articles}/*.jsonl.gz'`)
    .replace("'parquet'", `'${parquet}'`);
  const database = await DuckDBInstance.create(":memory:");
  const connection = await database.connect();
  try {
    await connection.run(sql);
  } finally {
    connection.closeSync();
    database.closeSync();
  }
}
