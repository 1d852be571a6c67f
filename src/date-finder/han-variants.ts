/** Traditional characters of our words, and the simplified ones in the same order. */
const TRADITIONAL =
  '個億內冊劃創動勞國聖婦學將層後從慶數於東條標曆歷會來當禮種節紀約級統緒與華萬葉號計該誕豐財軍輕農這週過間陰隻頁項預頭聽兒兩貳餘舊歲張輛噸戶齡屆貞觀開寶寧順禎樂啟啓編單賬訂郵興紹業較'
const SIMPLIFIED =
  '个亿内册划创动劳国圣妇学将层后从庆数于东条标历历会来当礼种节纪约级统绪与华万叶号计该诞丰财军轻农这周过间阴只页项预头听儿两贰余旧岁张辆吨户龄届贞观开宝宁顺祯乐启启编单账订邮兴绍业较'

/** The form of every UTF-16 unit: a table takes a fifth of the time of an expression with so many characters. */
const FORMS = Uint16Array.from({ length: 65_536 }, (_, code) => code)
for (const [i, char] of [...TRADITIONAL].entries()) FORMS[char.charCodeAt(0)] = SIMPLIFIED.charCodeAt(i)

/** The same text, of the same length, with one form for what Chinese and Japanese write in two. */
export function foldHan(text: string): string {
  let folded = ''
  let from = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const form = FORMS[code] as number
    if (form === code) continue
    folded += text.slice(from, at) + String.fromCharCode(form)
    from = at + 1
  }
  return from === 0 ? text : folded + text.slice(from)
}
