import { describe, expect, it } from 'vitest';
import { readSpaceIds } from '../../src/config/readSpaceIds.ts';
import { readSettings } from '../../src/config/settings.ts';

const id = '01f0a7a327cd11978f2951f81a61bfdd';
const other = '01f0a7a327cd11978f2951f81a61bfee';
const host = 'https://adb-1.2.azuredatabricks.net';

function read(env: Record<string, string>) {
  const settings = readSettings(env);
  return { ids: readSpaceIds(settings), problems: settings.problems };
}

describe('the spaces in the settings', () => {
  it.each([
    [id, [id]],
    [`  ${id}\n`, [id]],
    [`"${id}"`, [id]],
    [`' ${id} '`, [id]],
    [`“${id}”`, [id]],
    [`${id}/`, [id]],
    [`${host}/genie/rooms/${id}?o=123`, [id]],
    [`"${host}/genie/rooms/${id}/"`, [id]],
    [`${host}/genie/rooms/${id}/chats/${other}?o=1`, [id]],
    [`${host}/genie/rooms/${id}#top`, [id]],
    [`adb-1.2.azuredatabricks.net/genie/rooms/${id}`, [id]],
    [`/genie/rooms/${id}`, [id]],
    [`${host}/genie/agents/${id}`, [id]],
    [`${host}/api/2.0/genie/spaces/${id}/start-conversation`, [id]],
    [`${id}, ${host}/genie/rooms/${other}?o=1`, [id, other]],
    [`["${id}", "${other}"]`, [id, other]],
    [`${id};${id}`, [id]],
    ['', []],
  ])('are cut out of %j', (text, ids) => {
    expect(read({ DATABRICKS_SPACE_ID: text })).toEqual({ ids, problems: [] });
  });

  it.each([
    `${host}/genie/rooms/?o=123`,
    `${host}/?o=123`,
    `${host}/sql/dashboards/x`,
    'https://',
    '<space-id>',
    'a%20b',
    `${id}=`,
  ])('are refused by the name of the setting if there are none in %j', (text) => {
    for (const name of ['DATABRICKS_SPACE_ID', 'GENIE_SPACE_ID']) {
      const { problems } = read({ [name]: text });
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatch(new RegExp(`^${name} must hold the IDs`));
    }
  });
});
