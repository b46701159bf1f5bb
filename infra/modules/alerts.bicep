metadata description = 'The alerts, and the workbook to look at first. docs/operations.md says what to do about each alert.'

@description('Prefix of the resources\' names.')
param name string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags { *: string }

@description('Resource id of the Log Analytics workspace.')
param workspaceId string

@description('Resource id of the function app.')
param functionAppId string

@description('Resource id of the storage account.')
param storageId string

@description('Who gets the emails; empty: the alerts only appear in the portal.')
param emails string[]

@description('95 of 100 answers should arrive within this many seconds.')
@minValue(1)
param slowAnswerSeconds int

@description('Raise an alert after this many hours with questions but no answers.')
param silentHours string

@description('Subscriptions that people are expected to have: each keeps two hidden messages, and Azure counts those of all queues together.')
@minValue(0)
param expectedSubscriptions int

@description('Whether there is a chat page.')
param hasPage bool

// Each costs half a dollar a month, so they come with the page.
var pageRules = [
  {
    name: 'failed-page'
    title: 'The chat page fails'
    severity: 1
    window: 'PT15M'
    query: loadTextContent('../alerts/failedPage.kql')
    column: 'failures'
    threshold: 5
  }
  {
    name: 'refused-page'
    title: 'The chat page turns requests away'
    severity: 3
    window: 'PT15M'
    query: loadTextContent('../alerts/refusedPage.kql')
    column: 'refusals'
    threshold: 50
  }
]

var botRules = [
  {
    name: 'poison'
    title: 'A question could not be carried on'
    severity: 1
    window: 'PT15M'
    query: loadTextContent('../alerts/poison.kql')
    column: 'messages'
    threshold: 0
  }
  {
    name: 'slow-answers'
    title: 'Answers take too long'
    severity: 2
    window: 'PT1H'
    query: loadTextContent('../alerts/slowAnswers.kql')
    column: 'p95Seconds'
    threshold: slowAnswerSeconds
  }
  {
    name: 'genie-trouble'
    title: 'Genie refuses or fails'
    severity: 2
    window: 'PT15M'
    query: loadTextContent('../alerts/genieTrouble.kql')
    column: 'refusals'
    threshold: 20
  }
  {
    name: 'rejected-callers'
    title: 'Callers are turned away'
    severity: 3
    window: 'PT15M'
    query: loadTextContent('../alerts/rejectedCallers.kql')
    column: 'rejections'
    threshold: 20
  }
  {
    name: 'no-answers'
    title: 'People ask and nobody gets an answer'
    severity: 1
    window: 'PT${silentHours}H'
    query: loadTextContent('../alerts/noAnswers.kql')
    column: 'unanswered'
    threshold: 0
  }
  {
    name: 'log-cap'
    title: 'The day\'s logs are full'
    severity: 1
    // As long as the cap can hold: an alert that resolved earlier would say that the logs are back.
    window: 'P1D'
    query: loadTextContent('../alerts/logCap.kql')
    column: 'stops'
    threshold: 0
  }
]
var rules = concat(botRules, hasPage ? pageRules : [])

// These need no logs: Azure measures them itself, also when the logs are full or the app writes none. On Flex
// Consumption there is no metric of failed requests (Http5xx), and executions are counted by the kind of instance.
var metricRules = [
  {
    name: 'flood'
    title: 'Many more requests than people make'
    severity: 2
    scope: functionAppId
    namespace: 'Microsoft.Web/sites'
    metric: 'OnDemandFunctionExecutionCount'
    aggregation: 'Total'
    window: 'PT15M'
    frequency: 'PT15M'
    threshold: 5000
  }
  {
    name: 'flood-warm'
    title: 'Many more requests than people make, on warm instances'
    severity: 2
    scope: functionAppId
    namespace: 'Microsoft.Web/sites'
    metric: 'AlwaysReadyFunctionExecutionCount'
    aggregation: 'Total'
    window: 'PT15M'
    frequency: 'PT15M'
    threshold: 5000
  }
  {
    name: 'backlog'
    title: 'Questions pile up'
    severity: 2
    scope: '${storageId}/queueServices/default'
    namespace: 'Microsoft.Storage/storageAccounts/queueServices'
    metric: 'QueueMessageCount'
    aggregation: 'Average'
    // Storage counts its messages once an hour, and tells late.
    window: 'PT6H'
    frequency: 'PT1H'
    threshold: 100 + 2 * expectedSubscriptions
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(emails)) {
  name: 'ag-${name}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'genie-bot'
    emailReceivers: [for (email, index) in emails: {
      name: 'person-${index}'
      emailAddress: email
      useCommonAlertSchema: true
    }]
  }
}

resource alerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for rule in rules: {
  name: 'alert-${name}-${rule.name}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: rule.title
    description: 'docs/operations.md#${rule.name} says what it means and what to do.'
    severity: rule.severity
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT15M'
    windowSize: rule.window
    autoMitigate: true
    // A new workspace has no tables for a few minutes, so checking the query against them would fail.
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: rule.query
          metricMeasureColumn: rule.column
          timeAggregation: 'Maximum'
          operator: 'GreaterThan'
          threshold: rule.threshold
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: empty(emails) ? [] : [people!.id]
    }
  }
}]

resource metricAlerts 'Microsoft.Insights/metricAlerts@2018-03-01' = [for rule in metricRules: {
  name: 'alert-${name}-${rule.name}'
  location: 'global'
  tags: tags
  properties: {
    description: '${rule.title}. docs/operations.md#${rule.name} says what it means and what to do.'
    severity: rule.severity
    enabled: true
    scopes: [rule.scope]
    evaluationFrequency: rule.frequency
    windowSize: rule.window
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: rule.name
          metricNamespace: rule.namespace
          metricName: rule.metric
          timeAggregation: rule.aggregation
          operator: 'GreaterThan'
          threshold: rule.threshold
          // A metric of a new resource that has no values yet must not fail the deployment.
          skipMetricValidation: true
        }
      ]
    }
    actions: empty(emails) ? [] : [
      {
        actionGroupId: people!.id
      }
    ]
  }
}]

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, name, 'workbook')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'Genie bot'
    category: 'workbook'
    sourceId: workspaceId
    version: '1.0'
    serializedData: string(loadJsonContent('../workbook.json'))
  }
}
