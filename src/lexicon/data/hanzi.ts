/**
 * Characters by which Chinese writes foreign sounds (特朗普), simplified and traditional: among the 600 commonest of
 * transliterated names and at least 4 times as common there as in running text. Written by scripts/hanzi.mjs.
 * Data: Wikidata (CC0); see NOTICE.md.
 */
export const TRANSLITERATION_HANZI =
  '丘丝丹丽乌亨什仁伊伯伽佐佛侯傑克兹凯凱努劳勃勒勞卓博卜卡卢古史吉吕呂哈哲喬嘉嘎圭坎坦埃基堡堤塔塞夫奇' +
  '奈契奥奧妮妲姆姬娃娅娜婭孔孟安寇寧尔尤尼岑崔巴布希帕库庫康廖廷弗彭德恩恰惠慕戈扎托拉捷揚摩斐斯旺普曼' +
  '木札朱杜松林柏柯柳柴格桑梅森欽歇毕汗江沃沙波泰泽洛涅溫滕漢潔潘澤烏爾特狄王玛珀珊珍班琪琴瑙瑞瑟瑪瓦甘' +
  '登皇皮盖盧碧祖禾科穆米納索絲維纳羅翁翠耐耶肖胡舍舒艾芒芙芬芭茜茨茲莉莫菲萊葉葛蒂蒙蓋蓮蕾薇薛薩藤蘭蘿' +
  '西謝豪貝費賈贝贾赫辛迦迪達里钦阿陀陶隆雅雷霍韋韦馬魏魯鮑鲁麗麥默黛齊齐龐龙';
