/**
 * Settings and properties of other plans that Flex Consumption refuses, or that break an app on it:
 * https://learn.microsoft.com/azure/azure-functions/functions-app-settings
 */
export const forbiddenOnFlex = [
  'ENABLE_ORYX_BUILD',
  'FUNCTIONS_EXTENSION_VERSION',
  'FUNCTIONS_MAX_HTTP_CONCURRENCY',
  'FUNCTIONS_WORKER_PROCESS_COUNT',
  'FUNCTIONS_WORKER_RUNTIME',
  'FUNCTIONS_WORKER_RUNTIME_VERSION',
  'SCM_DO_BUILD_DURING_DEPLOYMENT',
  'WEBSITE_CONTENTAZUREFILECONNECTIONSTRING',
  'WEBSITE_CONTENTSHARE',
  'WEBSITE_MAX_DYNAMIC_APPLICATION_SCALE_OUT',
  'WEBSITE_NODE_DEFAULT_VERSION',
  'WEBSITE_RUN_FROM_PACKAGE',
  'WEBSITE_VNET_ROUTE_ALL',
  'alwaysOn',
  'functionAppScaleLimit',
  'linuxFxVersion',
  'nodeVersion',
];
