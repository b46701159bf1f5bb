import type { Settings } from './settings.ts';

const setting = 'SERVING_ENDPOINT_NAME';

/** As Databricks lets people name an endpoint, or an agent that runs as an app. Longer than either can be. */
const nameShape = /^(?:apps\/)?[\w-]{1,100}$/;

/** The names of the serving endpoints that people can ask, each once. */
export function readEndpointNames(settings: Settings): string[] {
  const names = settings.list(setting);
  const bad = names.filter((name) => !nameShape.test(name));
  if (bad.length > 0) {
    settings.problem(
      `${setting} must hold names of serving endpoints, such as my-agent or apps/my-agent. These aren’t: ${bad.join(', ')}`,
    );
  }
  return [...new Set(names.filter((name) => nameShape.test(name)))];
}
