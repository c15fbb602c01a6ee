// The frame of every page, rendered for each request: a page that is built once can't have nonces.
import "import-existing-users/styles.css";
import { connection } from "next/server";

export default async function Layout({ children }) {
  await connection();
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
