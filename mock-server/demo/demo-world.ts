// The worlds of the scenarios: an empty directory, and one like a portal in use.
import type { RowResult } from "../../src/contract/import.ts";
import { countStatuses } from "../../src/contract/status.ts";
import type { Account, Connection, StoredSource, World } from "../store/world.ts";
import { demoAccount, demoAccountCount, demoAppId, demoConnection, demoPerson } from "./demo-people.ts";

/** A second application, whose connections must never be touched by the first. */
export const otherAppId = "app_other";

/** No accounts, no connections, no saved imports. */
export function createEmptyWorld(): World {
  return { accounts: [], connections: [], sources: [] };
}

/** 5,000 accounts, about 900 connections, and one import saved in spring. */
export function createRealisticWorld(): World {
  const numbers = Array.from({ length: demoAccountCount }, (_, number) => number);
  const accounts = numbers.map(demoAccount);
  const own = numbers.flatMap((number) => demoConnection(number) ?? []);
  const taken = new Set(own.map(({ accountId }) => accountId));
  const imported = accounts.slice(4_000, 4_100).filter((account) => !taken.has(account.id) && isImportable(account));
  const connections = imported.map(toImported);
  const strangers = accounts.slice(0, 50).map(toStranger);
  return { accounts, connections: [...own, ...connections, ...strangers], sources: [toPastImport(connections)] };
}

const sourceId = "src_demo_spring";

function isImportable(account: Account): boolean {
  return account.emailVerified && account.state === "active";
}

function toImported(account: Account): Connection {
  return {
    id: account.id.replace("acc", "con"),
    appId: demoAppId,
    accountId: account.id,
    externalUserId: `legacy_${1001 + Number(account.id.slice(4))}`,
    sharedEmail: account.email,
    active: true,
    registrationDate: "2024-03-01",
    lastLoginDate: null,
    createdBySourceId: sourceId,
  };
}

function toStranger(account: Account): Connection {
  const own = { id: account.id.replace("acc", "con_other"), appId: otherAppId, createdBySourceId: null };
  return { ...toImported(account), ...own, externalUserId: null };
}

function toPastImport(connections: readonly Connection[]): StoredSource {
  const rows = [...connections.map(toResult), ...Array.from({ length: 40 }, (_, number) => toUnknown(6_000 + number))];
  const results = rows.map((row, index) => ({ ...row, index }));
  return {
    id: sourceId,
    appId: demoAppId,
    name: "User Export 2026-04-01",
    createdAt: "2026-04-01T08:15:00.000Z",
    counters: countStatuses(results),
    reactivated: 0,
    idempotencyKey: null,
    fingerprint: null,
    rollback: null,
    results,
  };
}

function toResult({ id, externalUserId, sharedEmail }: Connection): RowResult {
  return toRow(externalUserId ?? "", sharedEmail ?? "", "imported", id);
}

function toUnknown(number: number): RowResult {
  return toRow(`legacy_${1001 + number}`, demoPerson(number).email, "not_found", null);
}

function toRow(externalUserId: string, email: string, status: string, connectionId: string | null): RowResult {
  return { index: 0, externalUserId, email, status, connectionId, code: null, field: null, warnings: [] };
}
