using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Web.Resources;

/// <summary>Stored codes (states, kinds, roles) in words, for histories and exports.</summary>
public static class CodeWords
{
    private static readonly HashSet<string> Coded =
    [
        "Act", "Action", "CauseKind", "Duty", "FromAccount", "FromState", "KeyKind", "Kind", "Level", "Measure", "NaturalKeyKind", "NoteKind", "Operator", "Origin", "Per", "Regime",
        "Role", "Rule", "Source", "State", "SubjectKind", "ToAccount", "ToState", "UnitType", "Verification",
        "Act", "Action", "Duty", "FromState", "KeyKind", "Kind", "Level", "Measure", "NaturalKeyKind", "NoteKind", "Operator", "Origin", "Per", "Regime",
        "Role", "Rule", "Selection", "Source", "State", "SubjectKind", "ToState", "UnitType", "Verification",
    ];

    private static readonly Dictionary<string, string> Words = new()
    {
        // States of results, discrepancies, versions, petitions and amendments.
        ["Recorded"] = "Đã ghi nhận",
        ["Withdrawn"] = "Đã rút",
        ["Open"] = "Chờ giải trình",
        ["Explained"] = "Đã giải trình",
        ["Gone"] = "Không còn trong văn bản hiện hành",
        ["Draft"] = "Dự thảo",
        ["InForce"] = "Đang hiệu lực",
        ["Superseded"] = "Đã được thay thế",
        ["Filed"] = "Đã gửi",
        ["Received"] = "Đã tiếp nhận",
        ["AwaitingInformation"] = "Chờ bổ sung thông tin",
        ["Answered"] = "Đã trả lời",
        ["Closed"] = "Đã kết thúc",
        ["Drafting"] = "Đang soạn thảo",
        ["Consulting"] = "Đang lấy ý kiến",
        ["Appraising"] = "Đang thẩm định",
        ["Submitted"] = "Đã trình",
        ["Issued"] = "Đã ban hành",
        ["Rejected"] = "Không ban hành",
        // Actions.
        ["Receive"] = "Tiếp nhận",
        ["ExtendDeadline"] = "Gia hạn trả lời",
        ["AskInformation"] = "Yêu cầu bổ sung",
        ["SupplyInformation"] = "Bổ sung thông tin",
        ["Answer"] = "Trả lời",
        ["Group"] = "Đưa vào đề xuất sửa đổi",
        ["Close"] = "Kết thúc",
        ["Withdraw"] = "Rút",
        ["Consult"] = "Gửi lấy ý kiến",
        ["RecordOpinion"] = "Ghi ý kiến góp ý",
        ["SendToAppraisal"] = "Gửi thẩm định",
        ["Submit"] = "Trình UBND, HĐND",
        ["SendBack"] = "Trả lại để soạn thảo tiếp",
        ["Issue"] = "Ghi nhận ban hành",
        ["Reject"] = "Ghi nhận không ban hành",
        // Progress reports, inspections, findings.
        ["Confirmed"] = "Đã xác nhận",
        ["SentBack"] = "Bị trả lại",
        ["Confirm"] = "Xác nhận",
        ["Send"] = "Gửi",
        ["Pending"] = "Chờ thực hiện",
        ["Scheduled"] = "Chưa thực hiện",
        ["Cancelled"] = "Đã hủy",
        // Programmes.
        ["Shipped"] = "Kèm theo phần mềm",
        ["Form"] = "Biểu mẫu",
        ["Excel"] = "Tệp Excel",
        ["Exactly"] = "Bằng",
        ["AtLeast"] = "Từ … trở lên",
        ["MoreThan"] = "Trên",
        ["Period"] = "Cả giai đoạn",
        ["Round"] = "Mỗi đợt",
        ["Year"] = "Mỗi năm",
        ["Quantity"] = "Số lượng",
        ["Copies"] = "Số bản",
        ["Reader"] = "Do người đọc phát hiện",
        ["National"] = "Quốc gia",
        ["Province"] = "Tỉnh",
        ["Commune"] = "Cấp xã",
        ["Provincial"] = "Địa phương cấp tỉnh",
        ["MachineSerial"] = "Số máy",
        ["ClassAndDate"] = "Lớp, hội nghị và ngày",
        ["TitleAndIssue"] = "Tên ấn phẩm và số, kỳ",
        ["LinkedStatements"] = "Hai phát biểu không khớp",
        ["SumOfSources"] = "Tổng khác cộng theo nguồn",
        ["SumOfYears"] = "Tổng khác cộng theo năm",
        ["SumOfContents"] = "Tổng khác cộng theo nội dung",
        ["PrintedShare"] = "Tỷ lệ in khác tỷ lệ tính",
        ["SumOfShares"] = "Các tỷ lệ cộng lại khác 100 %",
        ["Certain"] = "Chắc chắn",
        ["Wording"] = "Lệch câu chữ",
        ["Missing"] = "Thiếu hoặc không kiểm chứng được",
        ["OutsideFacts"] = "Khác thực tế ngoài văn bản",
        ["BetweenProgrammes"] = "Khác nhau giữa hai chương trình",
        ["HigherLaw"] = "So với văn bản cấp trên",
        // Law and territories.
        ["VerifiedVerbatim"] = "Đã đọc nguyên văn bản đang có hiệu lực",
        ["Codified"] = "Đã đọc nguyên văn trong Bộ Pháp điển",
        ["Secondary"] = "Đọc qua báo chí, tóm tắt",
        ["Copy"] = "Đọc trên bản sao không chính thức",
        ["Cited"] = "Chỉ thấy được viện dẫn",
        ["FromKnowledge"] = "Chưa kiểm chứng",
        ["CentralCity"] = "Thành phố",
        ["RuralCommune"] = "Xã",
        ["UrbanCommune"] = "Phường",
        ["SpecialZone"] = "Đặc khu",
        ["Calendar"] = "Cách tính ngày",
        ["Deadline"] = "Thời hạn",
        ["Frequency"] = "Chu kỳ",
        ["Norm"] = "Mức chi",
        ["Authority"] = "Thẩm quyền",
        ["Threshold"] = "Ngưỡng",
        ["Amends"] = "Sửa đổi, bổ sung",
        ["Replaces"] = "Thay thế",
        ["Guides"] = "Hướng dẫn",
        ["BasedOn"] = "Căn cứ",
        ["LawCode"] = "Bộ luật",
        ["Decree"] = "Nghị định",
        ["Circular"] = "Thông tư",
        ["JointCircular"] = "Thông tư liên tịch",
        ["Resolution"] = "Nghị quyết",
        ["Decision"] = "Quyết định",
        ["Directive"] = "Chỉ thị",
        ["Plan"] = "Kế hoạch",
        ["Letter"] = "Công văn",
        ["Other"] = "Khác",
        // Petitions.
        ["Obstacle"] = "Vướng mắc",
        ["Proposal"] = "Đề xuất",
        ["Clause"] = "Điều khoản",
        ["Target"] = "Chỉ tiêu",
        ["Rule"] = "Quy định",
        ["Programme"] = "Sửa chương trình",
        ["Regulation"] = "Sửa quy định của tỉnh",
    };

    /// <summary>The words for a code of this field; any other text stays as it is.</summary>
    public static string Text(string field, string code) => (ProjectWords.OfCode(field, code) ?? PlanWords.OfCode(field, code) ?? EstablishmentWords.OfCode(field, code) ?? ClusterWords.OfCode(field, code) ?? SurveyWords.OfCode(field, code) ?? AppraisalWords.OfCode(field, code) ?? ProcedureWords.OfCode(field, code) ?? CalendarWords.OfCode(field, code) ?? PaymentWords.OfCode(field, code)) is { } word ? word : !Coded.Contains(field) ? code : field switch
    public static string Text(string field, string code) => (ProjectWords.OfCode(field, code) ?? PlanWords.OfCode(field, code) ?? EstablishmentWords.OfCode(field, code) ?? ClusterWords.OfCode(field, code) ?? SurveyWords.OfCode(field, code) ?? AppraisalWords.OfCode(field, code) ?? ProcedureWords.OfCode(field, code) ?? CalendarWords.OfCode(field, code) ?? LedgerWords.OfCode(field, code)) is { } word ? word : !Coded.Contains(field) ? code : field switch
    public static string Text(string field, string code) => (ProjectWords.OfCode(field, code) ?? PlanWords.OfCode(field, code) ?? EstablishmentWords.OfCode(field, code) ?? ClusterWords.OfCode(field, code) ?? SurveyWords.OfCode(field, code) ?? AppraisalWords.OfCode(field, code) ?? ProcedureWords.OfCode(field, code) ?? CalendarWords.OfCode(field, code) ?? ContractWords.OfCode(field, code)) is { } word ? word : !Coded.Contains(field) ? code : field switch
    public static string Text(string field, string code) => (ProjectWords.OfCode(field, code) ?? PlanWords.OfCode(field, code) ?? EstablishmentWords.OfCode(field, code) ?? ClusterWords.OfCode(field, code) ?? SurveyWords.OfCode(field, code) ?? AppraisalWords.OfCode(field, code) ?? ProcedureWords.OfCode(field, code) ?? CalendarWords.OfCode(field, code) ?? AcceptanceWords.OfCode(field, code)) is { } word ? word : !Coded.Contains(field) ? code : field switch
    public static string Text(string field, string code) => (ProjectWords.OfCode(field, code) ?? PlanWords.OfCode(field, code) ?? EstablishmentWords.OfCode(field, code) ?? ClusterWords.OfCode(field, code) ?? SurveyWords.OfCode(field, code) ?? AppraisalWords.OfCode(field, code) ?? ProcedureWords.OfCode(field, code) ?? CalendarWords.OfCode(field, code) ?? ExecutionWords.OfCode(field, code)) is { } word ? word : !Coded.Contains(field) ? code : field switch
    public static string Text(string field, string code) => (ProjectWords.OfCode(field, code) ?? PlanWords.OfCode(field, code) ?? EstablishmentWords.OfCode(field, code) ?? ClusterWords.OfCode(field, code) ?? SurveyWords.OfCode(field, code) ?? AppraisalWords.OfCode(field, code) ?? ProcedureWords.OfCode(field, code) ?? CalendarWords.OfCode(field, code) ?? TreasuryWords.OfCode(field, code)) is { } word ? word : !Coded.Contains(field) ? code : field switch
    public static string Text(string field, string code) => (ProjectWords.OfCode(field, code) ?? PlanWords.OfCode(field, code) ?? EstablishmentWords.OfCode(field, code) ?? ClusterWords.OfCode(field, code) ?? SurveyWords.OfCode(field, code) ?? AppraisalWords.OfCode(field, code) ?? ProcedureWords.OfCode(field, code) ?? CalendarWords.OfCode(field, code) ?? ContractWords.OfCode(field, code) ?? SettlementWords.OfCode(field, code)) is { } word ? word : !Coded.Contains(field) ? code : field switch
    {
        "Role" when Enum.TryParse<Role>(code, out var role) => role.Text(),
        "Act" when Enum.TryParse<Act>(code, out var act) => act.Text(),
        "Duty" when Enum.TryParse<Duty>(code, out var duty) => duty.Text(),
        "Kind" when Enum.TryParse<OrganisationRelationKind>(code, out var relation) => relation.Text(),
        "Kind" when Enum.TryParse<OrganisationKind>(code, out var kind) && kind is not OrganisationKind.Other => kind.Text(),
        _ => Words.GetValueOrDefault(code, code),
    };
}
