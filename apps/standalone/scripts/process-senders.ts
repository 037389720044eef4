import ts from 'typescript';
import { nodesIn } from './sources.js';

/** Which processes send a command: the names of those in whose files it is written. */
export type Senders = (command: string) => readonly string[];

/** Reads files that declare one process each. */
export function sendersIn(files: readonly ts.SourceFile[]): Senders {
  const processes = files
    .map((file) => [...nodesIn(file)])
    .map((nodes) => ({
      name: nodes.find(isNameOfProcess)?.initializer,
      written: new Set(nodes.filter(ts.isPropertySignature).map(({ name }) => name.getText())),
    }));
  return (command) =>
    processes.flatMap(({ name, written }) =>
      name && ts.isStringLiteral(name) && written.has(command) ? [name.text] : [],
    );
}

/** `name: 'claim-payment'`, beside the version of the process. */
function isNameOfProcess(node: ts.Node): node is ts.PropertyAssignment {
  return (
    ts.isPropertyAssignment(node) &&
    node.name.getText() === 'name' &&
    node.parent.properties.some(({ name }) => name?.getText() === 'version')
  );
}
