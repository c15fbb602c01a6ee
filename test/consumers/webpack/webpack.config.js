// A webpack application for production: styles as a file, because a strict policy refuses those in a script.
import { copyFileSync, mkdirSync } from "node:fs";
import MiniCssExtractPlugin from "mini-css-extract-plugin";

mkdirSync("dist", { recursive: true });
copyFileSync("index.html", "dist/index.html");

export default {
  mode: "production",
  entry: "./main.js",
  plugins: [new MiniCssExtractPlugin()],
  module: { rules: [{ test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] }] },
  // Its advice on sizes is for a whole application.
  performance: { hints: false },
};
