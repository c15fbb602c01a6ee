// The card in a modal dialog that mounts it when it opens, and unmounts it when it closes.
import { ImportExistingUsers } from "import-existing-users";
import { useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import "import-existing-users/styles.css";

function Portal() {
  const [isOpen, setOpen] = useState(false);
  return (
    <main>
      <h1>Users</h1>
      <button type="button" onClick={() => setOpen(true)}>
        Import users
      </button>
      {isOpen && <ImportDialog onClose={() => setOpen(false)} />}
    </main>
  );
}

function ImportDialog({ onClose }) {
  const dialog = useRef(null);
  useEffect(() => dialog.current.showModal(), []);
  return (
    <dialog ref={dialog} aria-label="Import users" onClose={onClose}>
      <ImportExistingUsers appId="app_demo" appName="Acme Portal" />
    </dialog>
  );
}

createRoot(document.getElementById("app")).render(<Portal />);
