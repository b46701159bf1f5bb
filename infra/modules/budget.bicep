metadata description = 'A monthly budget for the resource group, with an email at 80 % and one when the forecast exceeds it.'

@description('Name of the budget.')
param name string

@description('Amount per month, in the subscription\'s currency.')
@minValue(1)
param amount int

@description('Who gets the emails.')
@minLength(1)
param emails string[]

// A parameter, not the current month: the start of an existing budget can't be changed, so next month's deployment would
// fail.
@description('First day of the budget\'s first month, as yyyy-MM-01. Not before the current month for a new budget.')
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
