// A Vue application with the custom element in it.
import { createApp } from "vue";
import App from "./App.vue";
import "import-existing-users/element";

createApp(App).mount("#app");
