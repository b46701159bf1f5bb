metadata description = 'A monthly budget for the resource group, with a mail at 80 % and one when the forecast goes over.'

@description('Name of the budget.')
param name string

@description('Amount a month, in the currency of the subscription.')
@minValue(1)
param amount int

@description('Who is told.')
@minLength(1)
param emails string[]

// A parameter, not today's month: the start of a budget that is there cannot be changed, so the next month's deployment
// would fail.
@description('First day of the month that the budget begins with, as yyyy-MM-01. A new budget takes none before the current month.')
param startDate string

resource budget 'Microsoft.Consumption/budgets@2024-08-01' = {
  name: name
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: {
      startDate: startDate
    }
    notifications: {
      spent80: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: emails
      }
      forecast100: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: emails
      }
    }
  }
}
