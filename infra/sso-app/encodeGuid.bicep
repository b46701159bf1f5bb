metadata description = 'How the token service of the Bot Framework writes a GUID: its bytes in base64url. local/ssoApp/encodeGuid.ts does the same.'

var digits = '0123456789abcdef'
var letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

// The first three parts of a GUID are numbers, stored with their lowest byte first.
var bytes = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15]

func hexOf(guid string) string =>
  join(map(bytes, byte => substring(toLower(replace(guid, '-', '')), byte * 2, 2)), '')

func digitAt(hex string, at int) int => indexOf(digits, substring(hex, at, 1))

func letterOf(sixBits int) string => substring(letters, sixBits, 1)

// Three hexadecimal digits are twelve bits: two letters.
func twoLetters(hex string, at int) string =>
  '${letterOf(digitAt(hex, at) * 4 + digitAt(hex, at + 1) / 4)}${letterOf(digitAt(hex, at + 1) % 4 * 16 + digitAt(hex, at + 2))}'

@export()
@description('The 16 bytes of a GUID, in base64url without padding.')
func encodeGuid(guid string) string =>
  join(map(range(0, 11), group => twoLetters('${hexOf(guid)}0', group * 3)), '')
