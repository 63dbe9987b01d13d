// Parses an export of rihla with an npm package, and prints the counts as JSON.
//
//     NODE_PATH=… node tools/opened/tools.mjs PACKAGE FILE
//
// The packages are n3, citation-js and @alephdata/followthemoney.
import fs from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(process.env.NODE_PATH + '/');
const [name, file] = process.argv.slice(2);
const text = fs.readFileSync(file, 'utf8');
const version = JSON.parse(fs.readFileSync(`${process.env.NODE_PATH}/${name}/package.json`)).version;

const readers = {
  n3() {
    const { Parser, Store } = require('n3');
    const store = new Store(new Parser({ format: file.includes('star') ? 'text/turtle-star' : 'text/turtle' }).parse(text));
    return { triples: store.size };
  },
  'citation-js'() {
    const Cite = require('citation-js');
    const items = new Cite(text).data;
    return { items: items.length, ids: items.map((i) => i.id), authors: items.flatMap((i) => i.author ?? []).length };
  },
  '@alephdata/followthemoney'() {
    const { Model, defaultModel } = require('@alephdata/followthemoney');
    const model = new Model(defaultModel);
    const seen = { entities: 0, links: 0, values: 0, unknown: [] };
    for (const line of text.trim().split('\n')) {
      const data = JSON.parse(line);
      const entity = model.getEntity(data);
      seen[data.schema === 'UnknownLink' ? 'links' : 'entities']++;
      for (const property of Object.keys(data.properties)) {
        if (!entity.schema.hasProperty(property)) seen.unknown.push(`${data.schema}.${property}`);
      }
      for (const property of entity.getProperties()) seen.values += entity.getProperty(property).length;
    }
    return seen;
  },
};

console.log(JSON.stringify({ version, ...readers[name]() }));
