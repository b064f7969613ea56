// Puts what the screen uses into src/reportgen/desk/static/vendor; `script/vendor` runs it.
import { build } from "esbuild";
import { copyFile, mkdir, readFile, readdir, writeFile } from "node:fs/promises";

const [, , target] = process.argv;

// style-mod writes its rules into <style> elements, which the screen's content security policy refuses; sheets that are
// adopted are allowed. It adopts them in shadow roots alone: here also in the page.
const adopted = {
  name: "adopted style sheets",
  setup(build) {
    build.onLoad({ filter: /style-mod[\\/]src[\\/]style-mod\.js$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const condition = "!root.head && root.adoptedStyleSheets";
      if (source.split(condition).length !== 2) throw new Error("style-mod is not as it was");
      return { contents: source.replace(condition, "root.adoptedStyleSheets"), loader: "js" };
    });
  },
};

async function codemirror() {
  const { metafile } = await build({
    entryPoints: ["codemirror.js"],
    outfile: `${target}/codemirror/codemirror.js`,
    bundle: true,
    minify: true,
    format: "esm",
    target: "chrome100",
    charset: "utf8",
    legalComments: "none",
    metafile: true,
    plugins: [adopted],
  });
  const found = Object.keys(metafile.inputs).map(path => path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1]);
  await licences([...new Set(found.filter(Boolean))].sort(), `${target}/codemirror/LICENSE`);
}

async function licences(names, path) {
  const told = await Promise.all(
    names.map(async name => {
      const { version } = JSON.parse(await readFile(`node_modules/${name}/package.json`, "utf8"));
      const file = (await readdir(`node_modules/${name}`)).find(each => /^licen[cs]e/i.test(each));
      if (!file) throw new Error(`${name} says no licence`);
      return `${name} ${version}\n\n${(await readFile(`node_modules/${name}/${file}`, "utf8")).trim()}\n`;
    }),
  );
  await writeFile(path, told.join(`\n${"-".repeat(72)}\n\n`));
}

async function htmx() {
  await mkdir(`${target}/htmx`, { recursive: true });
  await copyFile("node_modules/htmx.org/dist/htmx.min.js", `${target}/htmx/htmx.min.js`);
  await copyFile("node_modules/htmx.org/LICENSE", `${target}/htmx/LICENSE`);
}

await codemirror();
await htmx();
