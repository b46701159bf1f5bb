import type { Caller } from '../caller.ts';
import { findSpace, type Space, spaces } from '../spaces.ts';
import { notFound } from './apiError.ts';
import { cutPage } from './paging.ts';
import type { ApiRequest, Route } from './route.ts';

const SPACES = '/api/2.0/genie/spaces';
export const SPACE = `${SPACES}/:space_id`;

/** Listing and reading spaces. */
export const spaceRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: SPACES,
    handle: ({ query, caller }) => {
      const shared = spaces.filter((space) => isShared(space, caller));
      const { page, ...next } = cutPage(shared, query);
      return { spaces: page.map(toWire), ...next };
    },
  },
  {
    method: 'GET',
    path: SPACE,
    handle: (request) => {
      const space = requireSpace(request);
      if (request.query.get('include_serialized_space') !== 'true') return toWire(space);
      return { ...toWire(space), serialized_space: serialize(space), etag: '1' };
    },
  },
];

/** @throws ApiError 404 in Databricks' own words for a space that is unknown or not shared with the caller. */
export function requireSpace({ params, caller }: ApiRequest): Space {
  const id = params['space_id'] ?? '';
  const space = findSpace(id);
  if (space !== undefined && isShared(space, caller)) return space;
  throw notFound(
    `Unable to get space [${id}]. Caused by Node with resource name Some(datarooms/${id}) does not exist.`,
  );
}

function isShared({ id }: Space, { spaceIds }: Caller): boolean {
  return spaceIds?.includes(id) ?? true;
}

function toWire({ id, title, description }: Space): Record<string, unknown> {
  return {
    space_id: id,
    title,
    description,
    warehouse_id: '0123456789abcdef',
    parent_path: '/Shared/Genie Demo',
  };
}

function serialize({ sampleQuestions, tables }: Space): string {
  return JSON.stringify({
    version: 2,
    config: {
      sample_questions: sampleQuestions.map((question, index) => ({
        id: `01f1d3400000${String(index).padStart(20, '0')}`,
        question: [question],
      })),
    },
    data_sources: {
      tables: tables.map(({ name, description }) => ({
        identifier: name,
        description: [description],
      })),
    },
  });
}
