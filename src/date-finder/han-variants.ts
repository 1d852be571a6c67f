/** Traditional characters of our words, and the simplified ones in the same order. */
const TRADITIONAL =
  '個億內冊劃創動勞國聖婦學將層後從慶數於東條標曆歷會來當禮種節紀約級統緒與華萬葉號計該誕豐財軍輕農這週過間陰隻頁項預頭聽兒兩貳'
const SIMPLIFIED =
  '个亿内册划创动劳国圣妇学将层后从庆数于东条标历历会来当礼种节纪约级统绪与华万叶号计该诞丰财军轻农这周过间阴只页项预头听儿两贰'

const VARIANTS = new RegExp(`[${TRADITIONAL}]`, 'g')

/** The same text, of the same length, with one form for what Chinese and Japanese write in two. */
export function foldHan(text: string): string {
  return text.replace(VARIANTS, (char) => SIMPLIFIED[TRADITIONAL.indexOf(char)] as string)
}
