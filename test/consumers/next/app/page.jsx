// A server page, without "use client": the card brings its own.
import { ImportExistingUsers } from "import-existing-users";
import { readCsv } from "import-existing-users/csv";

export default async function Page() {
  const read = await readCsv("user_id,email\n1,a@example.com\n2,b@example.com\n");
  return (
    <main>
      <p>The server has read {read.ok ? read.table.records.length : 0} rows.</p>
      <ImportExistingUsers appId="app_demo" appName="Acme Portal" />
    </main>
  );
}
