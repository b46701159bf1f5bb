import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { Language, type Node, Parser } from 'web-tree-sitter';
import type { Expression, Parameter, Resource, Template } from './template.ts';

const require = createRequire(import.meta.url);
await Parser.init();
const bicep = await Language.load(require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm'));

/**
 * Reads a Bicep file without the compiler: its syntax is checked, its types are not. Existing resources are left out.
 *
 * @throws Error that names the first line that is not Bicep
 */
export function readBicep(path: string): Template {
  return parseBicep(readFileSync(path, 'utf8'), basename(path));
}

/** As {@link readBicep}, for a text. The assignments of a `.bicepparam` are read as variables, which they look like. */
export function parseBicep(source: string, file: string): Template {
  const text = file.endsWith('.bicepparam')
    ? source.replace(/^using .*$/m, '').replace(/^param (\w+) =/gm, 'var $1 =')
    : source;
  const parser = new Parser().setLanguage(bicep);
  const root = parser.parse(text)?.rootNode;
  if (!root) throw new Error(`${file} cannot be read`);
  const error = findError(root);
  if (error) {
    const [line = ''] = error.text.split('\n');
    throw new Error(`${file}:${error.startPosition.row + 1} is not Bicep: ${line}`);
  }

  const template: Template = { file, text, params: [], variables: {}, resources: [], outputs: {} };
  let decorators = '';
  for (const node of root.namedChildren) {
    if (node.type === 'parameter_declaration')
      template.params.push(readParameter(node, decorators));
    if (node.type === 'variable_declaration') {
      template.variables[nameOf(node)] = toValue(node.lastNamedChild);
    }
    if (node.type === 'output_declaration') {
      template.outputs[nameOf(node)] = toValue(node.lastNamedChild);
    }
    if (node.type === 'resource_declaration') template.resources.push(...readResource(node, ''));
    decorators = node.type === 'decorators' ? node.text : '';
  }
  return template;
}

function findError(node: Node): Node | undefined {
  if (node.isError || node.isMissing) return node;
  if (!node.hasError) return undefined;
  return node.children.map(findError).find((found) => found !== undefined) ?? node;
}

const nameOf = (node: Node) => node.firstNamedChild?.text ?? '';

function readParameter(node: Node, decorators: string): Parameter {
  const last = node.lastNamedChild;
  const hasDefault = node.children.some(({ type }) => type === '=');
  return {
    name: nameOf(node),
    isSecure: decorators.includes('@secure()'),
    isDescribed: decorators.includes('@description('),
    ...(hasDefault && { defaultValue: toValue(last) }),
  };
}

/** A resource and those nested in it, whose types begin with its own. */
function readResource(node: Node, parentType: string): Resource[] {
  const [, typeNode] = node.namedChildren;
  const [ownType = '', version] = String(toValue(typeNode)).split('@');
  const type = parentType ? `${parentType}/${ownType}` : ownType;
  const object = node.lastNamedChild && findObject(node.lastNamedChild);
  if (!object) return [];
  const nested = object.namedChildren
    .map((property) => property.firstNamedChild)
    .filter((child) => child?.type === 'resource_declaration')
    .flatMap((child) => (child ? readResource(child, type) : []));
  const isExisting = node.children.some((child) => child.text === 'existing');
  if (isExisting) return nested;
  const apiVersion = version ?? '';
  return [{ type, apiVersion, body: toObject(object) }, ...nested];
}

/** The body behind `if (…)` and `[for …]`. */
function findObject(node: Node): Node | undefined {
  if (node.type === 'object') return node;
  if (node.type !== 'if_statement' && node.type !== 'for_statement') return undefined;
  return node.namedChildren.map(findObject).findLast((found) => found !== undefined);
}

function toValue(node: Node | null | undefined): unknown {
  switch (node?.type) {
    case 'string':
      return node.namedChildren.every(({ type }) => type === 'string_content')
        ? node.namedChildren.map(({ text }) => text).join('')
        : expression(node);
    case 'number':
      return Number(node.text);
    case 'boolean':
      return node.text === 'true';
    case 'null':
      return null;
    case 'array':
      return node.namedChildren.map(toValue);
    case 'object':
      return toObject(node);
    default:
      return node && expression(node);
  }
}

function toObject(node: Node): Record<string, unknown> {
  const properties = node.namedChildren.filter(
    ({ type, namedChildCount }) => type === 'object_property' && namedChildCount === 2,
  );
  return Object.fromEntries(
    properties.map(({ firstNamedChild: key, lastNamedChild: value }) => {
      const name = key?.type === 'string' ? toValue(key) : key?.text;
      return [typeof name === 'string' ? name : (key?.text ?? ''), toValue(value)];
    }),
  );
}

const expression = (node: Node): Expression => ({ expression: node.text });
