<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!--
SPDX-FileCopyrightText: 2026 The Kinframe developers
SPDX-License-Identifier: GPL-3.0-or-later
-->
<TS version="2.1" language="zh_CN">
<context>
    <name>Error</name>
    <message>
        <source>“{field}” is {value}, but it must be {expected}.</source>
        <translation>“{field}”的值是 {value}，但应为 {expected}。</translation>
    </message>
    <message>
        <source>“{field}” is missing; it must be {expected}.</source>
        <translation>缺少“{field}”；它应为 {expected}。</translation>
    </message>
    <message>
        <source>“{field}” is not known here; leave it out.</source>
        <translation>这里不认识“{field}”；请去掉它。</translation>
    </message>
    <message>
        <source>There is no {what} “{id}” here. It may have been deleted.</source>
        <translation>这里没有{what}“{id}”，可能已被删除。</translation>
    </message>
    <message>
        <source>Sign in first: this needs a key, a token or a session that is valid.</source>
        <translation>请先登录：这需要有效的密钥、令牌或会话。</translation>
    </message>
    <message>
        <source>The e-mail address or the password is not right. Try again.</source>
        <translation>邮箱地址或密码不正确。请重试。</translation>
    </message>
    <message>
        <source>You may not do this. Ask the owner of this library for the right to {what}.</source>
        <translation>您无权这样做。请向此图库的所有者申请权限：{what}。</translation>
    </message>
    <message>
        <source>This cannot be done now: {reason}.</source>
        <translation>现在无法这样做：{reason}。</translation>
    </message>
    <message>
        <source>“{field}” has {value}, but at most {limit} are accepted.</source>
        <translation>“{field}”为 {value}，但最多接受 {limit}。</translation>
    </message>
    <message>
        <source>“{field}” has {value} entries, but at most {limit} are accepted. Send it in parts.</source>
        <translation>“{field}”有 {value} 项，但最多接受 {limit} 项。请分批发送。</translation>
    </message>
    <message>
        <source>Too many requests. Try again in {seconds} seconds.</source>
        <translation>请求过多。请在 {seconds} 秒后重试。</translation>
    </message>
    <message>
        <source>“{value}” is not supported here; use {expected}.</source>
        <translation>这里不支持“{value}”；请使用 {expected}。</translation>
    </message>
    <message>
        <source>{reason}. See “kinframe --help”.</source>
        <translation>{reason}。请参阅“kinframe --help”。</translation>
    </message>
    <message>
        <source>This was cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>“{path}” is empty. Copy it again from where it came.</source>
        <translation>“{path}”是空文件。请从来源重新复制。</translation>
    </message>
    <message>
        <source>“{path}” is a folder. Give a file in it.</source>
        <translation>“{path}”是文件夹。请给出其中的文件。</translation>
    </message>
    <message>
        <source>“{path}” does not exist. Check the name.</source>
        <translation>“{path}”不存在。请检查名称。</translation>
    </message>
    <message>
        <source>“{path}” cannot be read: {reason}. Check its permissions.</source>
        <translation>无法读取“{path}”：{reason}。请检查其权限。</translation>
    </message>
    <message>
        <source>“{path}” went away while it was read. If it lies on a removable disk, connect it again.</source>
        <translation>读取“{path}”时它消失了。如果它在可移动磁盘上，请重新连接。</translation>
    </message>
    <message>
        <source>“{path}” changed while it was read. Try again when nothing writes to it.</source>
        <translation>读取“{path}”时它被修改了。请在没有程序写入它时重试。</translation>
    </message>
    <message>
        <source>“{path}” ends too early: it was not copied whole. Copy it again.</source>
        <translation>“{path}”过早结束：它没有被完整复制。请重新复制。</translation>
    </message>
    <message>
        <source>“{path}” is damaged and cannot be shown: {reason}. Copy it again.</source>
        <translation>“{path}”已损坏，无法显示：{reason}。请重新复制。</translation>
    </message>
    <message>
        <source>“{path}” is neither a picture nor a video that Kinframe knows, whatever its name says.</source>
        <translation>无论名称如何，“{path}”都不是 Kinframe 认识的图片或视频。</translation>
    </message>
    <message>
        <source>“{path}” claims to be {width} x {height} pixels; more than {limit} megapixels are not opened.</source>
        <translation>“{path}”声称为 {width} x {height} 像素；超过 {limit} 百万像素的图片不会打开。</translation>
    </message>
    <message>
        <source>“{path}” is kept, but the installed {library} {installed} cannot show it; {library} {needed} or newer can.</source>
        <translation>“{path}”已保存，但已安装的 {library} {installed} 无法显示它；{library} {needed} 或更高版本可以。</translation>
    </message>
    <message>
        <source>The disk with “{path}” is full. Free at least {missing} and try again.</source>
        <translation>“{path}”所在的磁盘已满。请至少释放 {missing} 后重试。</translation>
    </message>
    <message>
        <source>“{path}” cannot be written. Check the permissions of the folder and the disk.</source>
        <translation>无法写入“{path}”。请检查文件夹和磁盘的权限。</translation>
    </message>
    <message>
        <source>The disk reported an error with “{path}”: {reason}. Check the disk.</source>
        <translation>磁盘在处理“{path}”时报告错误：{reason}。请检查磁盘。</translation>
    </message>
    <message>
        <source>Port {port} is used by another program. Choose another with --port.</source>
        <translation>端口 {port} 已被其他程序使用。请用 --port 另选一个。</translation>
    </message>
    <message>
        <source>This computer has no address “{address}”. Use 127.0.0.1, or an address of this computer.</source>
        <translation>此计算机没有地址“{address}”。请使用 127.0.0.1 或此计算机的地址。</translation>
    </message>
    <message>
        <source>The library “{path}” is in use by another Kinframe. Close it first.</source>
        <translation>图库“{path}”正被另一个 Kinframe 使用。请先关闭它。</translation>
    </message>
    <message>
        <source>There is no library in “{path}”. Give its folder with --data.</source>
        <translation>“{path}”中没有图库。请用 --data 给出其文件夹。</translation>
    </message>
    <message>
        <source>The library was written by a newer Kinframe (version {found}; this one knows {known}). Install the newer one.</source>
        <translation>此图库由较新的 Kinframe 写入（版本 {found}；本程序认识 {known}）。请安装较新的版本。</translation>
    </message>
    <message>
        <source>The database “{path}” is damaged. Your photos are safe; restore the database with “kinframe restore”.</source>
        <translation>数据库“{path}”已损坏。您的照片是安全的；请用“kinframe restore”恢复数据库。</translation>
    </message>
    <message>
        <source>The database did not do what was asked: {reason}.</source>
        <translation>数据库未能完成请求：{reason}。</translation>
    </message>
    <message>
        <source>“{path}” is not a whole backup: {reason}. Choose another.</source>
        <translation>“{path}”不是完整的备份：{reason}。请另选一个。</translation>
    </message>
    <message>
        <source>The face models are not here yet. Get them with “kinframe models fetch”.</source>
        <translation>尚无人脸模型。请用“kinframe models fetch”获取。</translation>
    </message>
    <message>
        <source>The model “{path}” is not the file it should be. Delete it, then run “kinframe models fetch”.</source>
        <translation>模型“{path}”不是应有的文件。请删除它，然后运行“kinframe models fetch”。</translation>
    </message>
    <message>
        <source>The model “{path}” cannot be loaded: {reason}. Run “kinframe models fetch”.</source>
        <translation>无法加载模型“{path}”：{reason}。请运行“kinframe models fetch”。</translation>
    </message>
    <message>
        <source>“{host}” cannot be reached: {reason}. Check the network.</source>
        <translation>无法连接“{host}”：{reason}。请检查网络。</translation>
    </message>
    <message>
        <source>“{host}” did not answer in time. Try again later.</source>
        <translation>“{host}”未及时应答。请稍后重试。</translation>
    </message>
    <message>
        <source>“{host}” answered {status}. Try again later.</source>
        <translation>“{host}”应答 {status}。请稍后重试。</translation>
    </message>
    <message>
        <source>“{url}” is no longer there.</source>
        <translation>“{url}”已不存在。</translation>
    </message>
    <message>
        <source>“{host}” does not accept the sign-in any more. Sign in to it again.</source>
        <translation>“{host}”不再接受此登录。请重新登录该服务器。</translation>
    </message>
    <message>
        <source>“{host}” could not prove that it is who it says: {reason}. Check its address and the clock of this computer.</source>
        <translation>“{host}”无法证明其身份：{reason}。请检查其地址和本机的时钟。</translation>
    </message>
    <message>
        <source>“{host}” did not answer as it should: {reason}. Check its address.</source>
        <translation>“{host}”的应答不符合要求：{reason}。请检查其地址。</translation>
    </message>
    <message>
        <source>What came from “{host}” is not what was expected. Try again later.</source>
        <translation>从“{host}”收到的内容与预期不符。请稍后重试。</translation>
    </message>
    <message>
        <source>This took longer than {seconds} seconds and was stopped. Try again.</source>
        <translation>此操作超过 {seconds} 秒，已被停止。请重试。</translation>
    </message>
    <message>
        <source>Kinframe is closing. Try again when it runs.</source>
        <translation>Kinframe 正在关闭。请在其运行时重试。</translation>
    </message>
    <message>
        <source>Something went wrong inside Kinframe. The log says what; please report it.</source>
        <translation>Kinframe 内部出错。日志中有说明；请报告此问题。</translation>
    </message>
</context>
<context>
    <name>Api</name>
    <message>
        <source>No people detected</source>
        <translation>未检测到人物</translation>
    </message>
    <message>
        <source>Added {name}.</source>
        <translation>添加了{name}。</translation>
    </message>
    <message>
        <source>Merged {merged} into {name}.</source>
        <translation>已将{merged}合并到{name}。</translation>
    </message>
    <message>
        <source>Marked something as not a face.</source>
        <translation>已标记为不是人脸。</translation>
    </message>
    <message>
        <source>Drew a face of {name}.</source>
        <translation>手动框选了{name}的人脸。</translation>
    </message>
    <message>
        <source>Said that a group is not {name}.</source>
        <translation>已说明某组不是{name}。</translation>
    </message>
    <message>
        <source>Hid {name}.</source>
        <translation>隐藏了{name}。</translation>
    </message>
    <message>
        <source>Showed {name} again.</source>
        <translation>重新显示了{name}。</translation>
    </message>
    <message>
        <source>Changed whether {name} is a favourite.</source>
        <translation>更改了{name}的收藏状态。</translation>
    </message>
    <message>
        <source>Changed the birth date of {name}.</source>
        <translation>更改了{name}的出生日期。</translation>
    </message>
    <message>
        <source>Changed the colour of {name}.</source>
        <translation>更改了{name}的颜色。</translation>
    </message>
    <message>
        <source>Chose another cover for {name}.</source>
        <translation>更换了{name}的封面。</translation>
    </message>
    <message>
        <source>Took the name {formerName} away.</source>
        <translation>移除了姓名{formerName}。</translation>
    </message>
    <message>
        <source>Named somebody {name}.</source>
        <translation>将某人命名为{name}。</translation>
    </message>
    <message>
        <source>Renamed {formerName} to {name}.</source>
        <translation>已将{formerName}改名为{name}。</translation>
    </message>
    <message>
        <source>Took a face out of {name}.</source>
        <translation>从{name}中移出了 1 张人脸。</translation>
    </message>
    <message>
        <source>Took {faces} faces out of {name}.</source>
        <translation>从{name}中移出了 {faces} 张人脸。</translation>
    </message>
    <message>
        <source>Moved a face to {name}.</source>
        <translation>已将 1 张人脸移到{name}。</translation>
    </message>
    <message>
        <source>Moved {faces} faces to {name}.</source>
        <translation>已将 {faces} 张人脸移到{name}。</translation>
    </message>
    <message>
        <source>Changed something about {name}.</source>
        <translation>更改了{name}的信息。</translation>
    </message>
    <message>
        <source>somebody without a name</source>
        <translation>未命名的人物</translation>
    </message>
</context>
<context>
    <name>Fact</name>
    <message>
        <source>face</source>
        <translation>人脸</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>history entry</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>job</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>kind of work</source>
        <translation>工作类型</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>person</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>picture of the face</source>
        <translation>人脸图片</translation>
    </message>
    <message>
        <source>preview</source>
        <translation>预览图</translation>
    </message>
    <message>
        <source>suggestion</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>thumbnail</source>
        <translation>缩略图</translation>
    </message>
    <message>
        <source>user</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>administer this library</source>
        <translation>管理此图库</translation>
    </message>
    <message>
        <source>ask for the key without using one</source>
        <translation>不用密钥而查询密钥</translation>
    </message>
    <message>
        <source>give a key more rights than your own</source>
        <translation>给予密钥超出您自己的权限</translation>
    </message>
    <message>
        <source>make keys for others</source>
        <translation>为他人创建密钥</translation>
    </message>
    <message>
        <source>name files of this computer from elsewhere</source>
        <translation>从别处指定此计算机上的文件</translation>
    </message>
</context>
</TS>
