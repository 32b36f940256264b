/**
 * Keeps a desk of this version as a fixture of its schema: `node tools/write-store-fixture.ts`. A request with invented
 * data is filed in the terminal, under a key made for it, and what is stored then is written to tests/store/fixtures.
 * `node tools/write-store-fixture.ts ROOT` does it with the older version that is unpacked in ROOT. Of each conversation
 * the first line, the last one and the last message received are kept: what lies between is most of the bytes.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { brotliCompressSync } from 'node:zlib';

const [root = '.'] = process.argv.slice(2);
const directory = mkdtempSync(join(tmpdir(), 'desk-fixture-'));

function chat(as: string, ...words: readonly string[]): string {
  return execFileSync(process.execPath, ['src/main.ts', 'chat', '--as', as], {
    cwd: resolve(root),
    env: { DESK_DATA: directory, DESK_LOG_LEVEL: 'error', DESK_LOCALE: 'zh-CN' },
    input: `${words.join('\n')}\n`,
    encoding: 'utf8',
  });
}

const filing =
  '我要申请 沈信发〔2017〕3号文件 同意 个人 诸葛鹦鹉 居民身份证 11010519491231002X 13812341234 纸质 自己去取 提交';
const receipt = chat('petitioner', '多久回我', ...filing.split(' '));
const code = /查询码\s+([A-Z0-9]{8})/u.exec(receipt)?.[1];
if (code === undefined) throw new Error(`no request was filed:\n${receipt}`);
chat('asker', '2017年收到多少件申请', '转人工');

const database = new DatabaseSync(join(directory, 'desk.db'));
const same = 'channel = t.channel and conversation = t.conversation';
const KEPT: Readonly<Record<string, string>> = {
  lines: `where seq = 1 or seq = (select max(seq) from lines where ${same})`,
  inbox: `where received_at = (select max(received_at) from inbox where ${same})`,
};

function writeValue(value: unknown): string {
  if (value === null) return 'null';
  if (value instanceof Uint8Array) return `x'${Buffer.from(value).toString('hex')}'`;
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
}

function dumpTable(name: string): string[] {
  return database
    .prepare(`select * from "${name}" as t ${KEPT[name] ?? ''}`)
    .all()
    .map((row) => `insert into "${name}" values (${Object.values(row).map(writeValue).join(',')});`);
}

const made = database
  .prepare("select type, name, sql from sqlite_master where sql is not null and name not like 'sqlite%'")
  .all();
const tables = made.filter(({ type }) => type === 'table').map(({ name }) => String(name));
const lines = [...made.map(({ sql }) => `${sql};`), ...tables.flatMap(dumpTable)];
const { number } = database.prepare('select max(number) as number from migrations').get() ?? {};
database.close();
const facts = { key: readFileSync(join(directory, 'seal.key'), 'utf8').trim(), code };
const file = `tests/store/fixtures/schema-${String(number).padStart(2, '0')}.sql.br`;
writeFileSync(file, brotliCompressSync(`-- ${JSON.stringify(facts)}\n${lines.join('\n')}\n`));
rmSync(directory, { recursive: true });
process.stdout.write(`${file}\n`);
