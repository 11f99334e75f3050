// The sentences of one language as sound files, said by espeak-ng:
//   node make_voice.mjs ESPEAK LANGUAGE WORDS OUT     WORDS: its .po file, or none for English
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";

const [espeak, language, words, out] = process.argv.slice(2);

// As the kiosk reads them: a text may stand on several lines.
function translations(po) {
  const said = new Map();
  let english = "";
  let into = "";
  const take = (line) => JSON.parse(line.slice(line.indexOf('"')));
  for (const line of po.split("\n")) {
    if (line.startsWith("msgid ")) [english, into] = [take(line), "english"];
    else if (line.startsWith("msgstr ")) [into] = ["other", said.set(english, take(line))];
    else if (line.startsWith('"') && into === "english") english += take(line);
    else if (line.startsWith('"')) said.set(english, said.get(english) + take(line));
  }
  return said;
}

const rows = (file) =>
  readFileSync(new URL(file, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.match(/^(\S+) +(.+)$/).slice(1));

const voice = new Map(rows("voices.txt")).get(language);
const other = words === "none" ? null : translations(readFileSync(words, "utf8"));
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const [key, english] of rows("phrases.txt")) {
  const text = other === null ? english : other.get(english);
  // What a language lacks is said in English.
  if (!text) continue;
  // A little slower than it speaks by itself: a hall with children in it.
  const options = ["-v", voice, "-s", "140", "-b", "1", "-w", `${out}/${key}.wav`, "--stdin"];
  execFileSync(espeak, options, { input: text });
}
writeFileSync(`${out}/.done`, "");
