// A server page with the card.
import { ImportExistingUsers } from "import-existing-users";

export default function Page() {
  return <ImportExistingUsers appId="app_demo" appName="Acme Portal" />;
}
