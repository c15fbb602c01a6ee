// A Svelte application with the custom element in it.
import { mount } from "svelte";
import App from "./App.svelte";
import "import-existing-users/element";

mount(App, { target: document.getElementById("app") });
