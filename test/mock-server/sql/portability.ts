// Lists SQL features that other PostgreSQL-compatible engines document as missing, limited or different: our SQL uses none.

export interface Trap {
  readonly name: string;
  readonly pattern: RegExp;
  readonly because: string;
  /** A statement that falls into it. */
  readonly example: string;
}

const dated = "ids and times come as parameters: every node, and every retry, must write the same";

/** Read from the documentation of Citus, CockroachDB and YugabyteDB; none of the three was run here. */
export const traps: readonly Trap[] = [
  {
    name: "modifying CTE",
    pattern:
      /\b(?:with|,)\s+\w+(?:\s*\([^)]*\))?\s+as\s+(?:(?:not\s+)?materialized\s+)?\(\s*(?:insert|update|delete)\b/i,
    because: "Citus runs them within one shard only, and what each part sees of the others differs",
    example: "with gone as (delete from a returning id) select * from gone",
  },
  {
    name: "lower or upper",
    pattern: /\b(?:lower|upper|initcap|casefold)\s*\(|\bcitext\b|\bilike\b/i,
    because: "the program normalises, the database compares bytes: letter case depends on the database's language",
    example: "select * from a where lower(email) = $1",
  },
  {
    name: "system column",
    pattern: /\b(?:ctid|xmin|xmax|cmin|cmax|tableoid|oid)\b/i,
    because: "CockroachDB and YugabyteDB store rows differently and don't have them",
    example: "select xmax from a",
  },
  {
    name: "temporary or unlogged table",
    pattern: /\b(?:temp|temporary|unlogged)\s+table\b/i,
    because: "they belong to one session on one node; CockroachDB calls them experimental",
    example: "create temp table a (b text)",
  },
  {
    name: "advisory lock",
    pattern: /\bpg_(?:try_)?advisory\w*/i,
    because: "YugabyteDB long had none, under Citus they hold on one node, and poolers lose them",
    example: "select pg_advisory_xact_lock(1)",
  },
  {
    name: "clock or random value of the database",
    pattern:
      /\b(?:now|clock_timestamp|statement_timestamp|random|gen_random_uuid|uuid\w*|nextval)\s*\(|\bcurrent_(?:timestamp|date|time)\b/i,
    because: dated,
    example: "insert into a values (now())",
  },
  {
    name: "number made by the database",
    pattern: /\b(?:small|big)?serial\b|\bgenerated\b.*\bidentity\b|\bcreate\s+sequence\b/i,
    because: dated,
    example: "create table a (b bigserial)",
  },
  {
    name: "default",
    pattern: /\bdefault\b/i,
    because: dated,
    example: "create table a (b timestamptz default now())",
  },
  {
    name: "setting of the session",
    pattern: /^\s*(?:set(?!\s+(?:local|transaction)\b)|reset|discard|prepare|deallocate|declare)\b/i,
    because: "a pooler gives the session to others, and Citus does not pass every setting on",
    example: "set lock_timeout = '10s'",
  },
  {
    name: "table lock",
    pattern: /^\s*lock\b/i,
    because: "YugabyteDB and CockroachDB don't support LOCK TABLE",
    example: "lock table a",
  },
  {
    name: "notification",
    pattern: /^\s*(?:listen|unlisten|notify)\b|\bpg_notify\b/i,
    because: "YugabyteDB and CockroachDB don't support events",
    example: "listen a",
  },
  {
    name: "trigger, function or block",
    pattern: /\b(?:create\s+(?:or\s+replace\s+)?(?:function|procedure|trigger|rule))\b|^\s*do\b|\blanguage\s+\w*sql\b/i,
    because: "rules live in TypeScript; Citus has no rules, CockroachDB had no triggers for long",
    example: "create trigger a before insert on b execute function c()",
  },
  {
    name: "foreign key",
    pattern: /\breferences\b|\bforeign\s+key\b/i,
    because: "accounts may live in the portal's own table, or in another database",
    example: "create table a (b text references c)",
  },
  {
    name: "deferrable or exclusion constraint",
    pattern: /\bdeferrable\b|\bexclude\s+using\b/i,
    because: "YugabyteDB and CockroachDB don't support them",
    example: "alter table a add unique (b) deferrable",
  },
  {
    name: "merge",
    pattern: /^\s*merge\b/i,
    because: "CockroachDB has none, Citus for some kinds of tables only",
    example: "merge into a using b on true when matched then do nothing",
  },
  {
    name: "insert from a selection",
    pattern: /^\s*insert\b(?:(?!\bvalues\b).)*\bselect\b/is,
    because:
      "Citus lists the forms that it supports, and a selection from parameters is none of them: rows as values are",
    example: "insert into a (b) select b from unnest($1::text[]) given(b)",
  },
  {
    name: "weaker row lock",
    pattern: /\bfor\s+(?:no\s+key\s+update|key\s+share|share)\b/i,
    because: "CockroachDB treated them as no lock at all for long",
    example: "select * from a for share",
  },
  {
    name: "key without the application",
    pattern:
      /(?:primary key|create unique index \S+ on "ieu_\w+"|create index \S+ on "ieu_\w+")\s*\((?!"app_id")(?!"email(?:_form)?")[^)]*\)/i,
    because: "Citus distributes by app_id: unique constraints must contain it, and every key begins with it",
    example: 'create unique index "a" on "ieu_sources" ("id")',
  },
];

/** The tables of which every statement must name the application. */
const distributed = /"ieu_(?:applications|connections|sources|result_pages)"/;

// The protocol counts them in two bytes.
const mostParameters = 65_535;

/** Everything that is wrong with a statement. */
export function judge(statement: string): string[] {
  // Which clock is right is no question for a rate limit, as long as all processes use one.
  const allowed = /"ieu_rate_limits"/.test(statement) ? "clock or random value of the database" : null;
  const found = traps
    .filter(({ name, pattern }) => name !== allowed && pattern.test(statement))
    .map(({ name }) => name);
  const isData = /^\s*(?:select|insert|update|delete)\b/i.test(statement);
  const isWhole = /^select \* from "ieu_\w+" order by /.test(statement);
  if (isData && !isWhole && distributed.test(statement) && !statement.includes('"app_id"')) found.push("no app_id");
  if (new Set(statement.match(/\$\d+/g)).size > mostParameters) found.push("too many parameters");
  return found;
}
