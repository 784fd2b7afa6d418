using System.Globalization;

namespace KhuyenCong.Web.Resources;

/// <summary>Names and values of audited fields as an official reads them.</summary>
public static class AuditFieldWords
{
    private static readonly Dictionary<string, string> Labels = new()
    {
        ["AchievedOn"] = "Ngày đạt", ["Action"] = "Việc làm", ["Acts"] = "Việc được ủy quyền", ["AimCode"] = "Mã mục tiêu", ["Amount"] = "Số tiền",
        ["Analysis"] = "Phân tích", ["Answer"] = "Nội dung trả lời", ["AnsweredOn"] = "Ngày trả lời", ["AnswerDocumentDate"] = "Ngày văn bản trả lời",
        ["AnswerDocumentNumber"] = "Số văn bản trả lời", ["AppliedReading"] = "Cách hiểu được áp dụng", ["Arithmetic"] = "Phép tính", ["Article"] = "Điều",
        ["BasisPoints"] = "Tỷ lệ (phần vạn)", ["By"] = "Người thực hiện (mã)", ["Clause"] = "Điều, khoản", ["ClosedOn"] = "Ngày hoạt động cuối cùng", ["Code"] = "Mã",
        ["CommuneCode"] = "Mã xã, phường, đặc khu", ["Compared"] = "Số so sánh", ["Condition"] = "Điều kiện", ["ConfirmedBy"] = "Người xác nhận (mã)",
        ["ContentCode"] = "Nội dung", ["Copies"] = "Số bản", ["CountingKey"] = "Khóa đếm", ["CurrentVersionNumber"] = "Phiên bản hiện hành", ["Date"] = "Ngày",
        ["DateText"] = "Ngày (nguyên văn)", ["Days"] = "Số ngày", ["Deadline"] = "Hạn", ["DecisionDate"] = "Ngày quyết định", ["DecisionNumber"] = "Số quyết định",
        ["Difference"] = "Chênh lệch", ["DisplayName"] = "Họ tên", ["Document"] = "Văn bản", ["DocumentDate"] = "Ngày văn bản", ["DocumentNumber"] = "Số văn bản",
        ["DueBefore"] = "Phải xong trước", ["DueDay"] = "Ngày đến hạn", ["DueMonth"] = "Tháng đến hạn", ["DueYearOffset"] = "Năm đến hạn", ["Duty"] = "Nhiệm vụ",
        ["EffectiveFrom"] = "Hiệu lực từ", ["EffectiveTo"] = "Hết hiệu lực", ["Erased"] = "Giá trị đã xóa", ["EveryMonths"] = "Chu kỳ (tháng)", ["EvidenceCount"] = "Số minh chứng",
        ["Expectation"] = "Điều cần làm rõ", ["ExplainedAt"] = "Lúc giải trình", ["ExplainedBy"] = "Người giải trình", ["Explanation"] = "Giải trình",
        ["FileName"] = "Tên tệp", ["FileSha"] = "Dấu vân tay của tệp", ["FiledBy"] = "Người gửi (mã)", ["FiledOn"] = "Ngày gửi", ["FilerName"] = "Người gửi", ["From"] = "Từ ngày",
        ["FromState"] = "Trạng thái trước", ["FromYear"] = "Từ năm", ["FullName"] = "Tên đầy đủ", ["Gap"] = "Số tiền chênh lệch", ["Identifier"] = "Mã định danh",
        ["InForceFrom"] = "Có hiệu lực từ", ["IsPublished"] = "Công khai", ["IsRetired"] = "Không còn trong chương trình", ["IssuedNumber"] = "Số văn bản ban hành", ["IssuedOn"] = "Ngày ban hành",
        ["Issuer"] = "Cơ quan ban hành", ["Key"] = "Khóa", ["KeyKind"] = "Cách nhận biết trùng", ["KeyText"] = "Số máy, số phát hành", ["Kind"] = "Loại", ["LastResultOn"] = "Kết quả gần nhất",
        ["Level"] = "Cấp", ["Measure"] = "Cách đếm", ["MediaType"] = "Loại tệp", ["Name"] = "Tên", ["NaturalKey"] = "Khóa nhận biết trùng", ["NaturalKeyKind"] = "Cách nhận biết trùng",
        ["Note"] = "Ghi chú", ["NoteKind"] = "Loại ghi chú", ["Number"] = "Số", ["On"] = "Ngày", ["OnlyActs"] = "Chỉ các việc", ["OpenedOn"] = "Ngày thành lập", ["Operator"] = "Quan hệ",
        ["OpinionOf"] = "Ý kiến của", ["Order"] = "Thứ tự", ["Origin"] = "Nguồn phát hiện", ["Per"] = "Phạm vi", ["Place"] = "Địa điểm", ["Printed"] = "Số in trong văn bản",
        ["ProjectCode"] = "Mã đề án", ["Quantity"] = "Số lượng", ["Quotes"] = "Trích dẫn", ["ReceivedOn"] = "Ngày tiếp nhận", ["RecordedAt"] = "Lúc ghi nhận", ["RecordedBy"] = "Người ghi nhận",
        ["Reference"] = "Giá trị so sánh", ["Regime"] = "Chế độ", ["RejectedReason"] = "Lý do không ban hành", ["Remark"] = "Nhận xét", ["ResultAmount"] = "Tổng kinh phí của kết quả",
        ["ResultCopies"] = "Tổng số bản", ["ResultCount"] = "Số kết quả", ["ResultQuantity"] = "Tổng số lượng", ["ResultTimes"] = "Tổng số lượt", ["RevokedReason"] = "Lý do rút",
        ["Role"] = "Vai trò", ["RoundsTargetCode"] = "Chỉ tiêu đếm số đợt", ["Rule"] = "Quy tắc phát hiện", ["SameFileReason"] = "Lý do dùng lại tệp", ["SavedAt"] = "Lúc lưu", ["SavedBy"] = "Người lưu",
        ["Sequence"] = "Bước số", ["Sha256"] = "Dấu vân tay của tệp", ["ShortName"] = "Tên viết tắt", ["SignedNumber"] = "Số văn bản", ["SignedOn"] = "Ngày ký", ["Signer"] = "Người ký",
        ["SignerName"] = "Người ký", ["SignerTitle"] = "Chức vụ người ký", ["Size"] = "Quy mô, dung lượng", ["Source"] = "Nguồn", ["SourceCode"] = "Nguồn kinh phí", ["SourceUrl"] = "Địa chỉ nguồn",
        ["State"] = "Trạng thái", ["StepCount"] = "Số bước", ["SubjectKind"] = "Đối tượng", ["Text"] = "Nội dung", ["Times"] = "Số lượt", ["Title"] = "Tên", ["To"] = "Đến ngày",
        ["TotalAmount"] = "Tổng kinh phí", ["ToState"] = "Trạng thái sau", ["ToYear"] = "Đến năm", ["Unit"] = "Đơn vị tính", ["UnitCode"] = "Mã địa bàn", ["UnitType"] = "Loại đơn vị",
        ["UserName"] = "Tên đăng nhập", ["Value"] = "Giá trị, số", ["Verification"] = "Mức kiểm chứng", ["VerificationNote"] = "Ghi chú kiểm chứng", ["WithdrawnReason"] = "Lý do rút",
        ["WorkingDays"] = "Số ngày làm việc", ["Year"] = "Năm", ["TerritoryProvinceCode"] = "Địa bàn áp dụng", ["DocumentKind"] = "Loại văn bản",
        ["LegalForm"] = "Loại hình", ["HeadOffice"] = "Địa chỉ trụ sở", ["TradeCode"] = "Mã ngành VSIC", ["TradeCodeVersion"] = "Phiên bản mã ngành", ["Trade"] = "Ngành nghề", ["SizeYear"] = "Năm của quy mô",
        ["SizeIsConfirmed"] = "Quy mô đã xác nhận", ["OrganisationId"] = "Tài khoản của cơ sở (mã)", ["MergedIntoId"] = "Hợp nhất vào (mã)", ["MergedFromId"] = "Chép từ bản ghi (mã)", ["Address"] = "Địa chỉ",
        ["Latitude"] = "Vĩ độ", ["Longitude"] = "Kinh độ", ["PersonalValue"] = "Số định danh cá nhân", ["Labour"] = "Lao động", ["Capital"] = "Nguồn vốn", ["Revenue"] = "Doanh thu", ["Export"] = "Xuất khẩu",
        ["LocalMaterialBasisPoints"] = "Tỷ lệ nguyên liệu trong tỉnh (phần vạn)", ["SuggestedSize"] = "Quy mô gợi ý", ["ConfirmedSize"] = "Quy mô xác nhận", ["YearlyOutput"] = "Sản lượng năm",
        ["Product"] = "Sản phẩm", ["Position"] = "Chức vụ", ["Phone"] = "Điện thoại", ["Email"] = "Thư điện tử", ["Partner"] = "Đối tác, vùng nguyên liệu", ["Goods"] = "Hàng hóa, nguyên liệu",
        ["NoticeVersion"] = "Phiên bản thông báo", ["GivenOn"] = "Ngày đồng ý", ["Manner"] = "Cách ghi nhận", ["WithdrawnOn"] = "Ngày rút lại",
        ["EstablishmentId"] = "Cơ sở (mã)", ["RequestedBy"] = "Người yêu cầu", ["RequestedText"] = "Nội dung yêu cầu", ["DueOn"] = "Hạn trả lời", ["KeptId"] = "Bản ghi giữ lại (mã)", ["MergedId"] = "Bản ghi được hợp nhất (mã)", ["CarriedOwnerId"] = "Tài khoản chủ cơ sở mang theo (mã)", ["StateBefore"] = "Tình trạng trước", ["Reason"] = "Lý do", ["At"] = "Lúc", ["UndoneAt"] = "Lúc hoàn tác", ["UndoneBy"] = "Người hoàn tác (mã)", ["UndoneReason"] = "Lý do hoàn tác",
        ["Nature"] = "Bản chất", ["StateSince"] = "Ở trạng thái từ ngày", ["ProgrammeContentCode"] = "Nội dung của chương trình", ["ImplementingUnit"] = "Đơn vị thực hiện", ["PartnerUnits"] = "Đơn vị phối hợp",
        ["StartsOn"] = "Bắt đầu", ["EndsOn"] = "Kết thúc", ["Dossier"] = "Thuyết minh", ["WorkPlan"] = "Tiến độ", ["Holds"] = "Điều kiện có", ["Fails"] = "Điều kiện không", ["OpenSections"] = "Phần mở để bổ sung",
        ["Sections"] = "Phần cần bổ sung", ["ConsentGivenBy"] = "Người đồng ý nộp thay", ["ConsentGivenOn"] = "Ngày đồng ý", ["ConsentManner"] = "Cách ghi nhận", ["ConsentRecordedBy"] = "Người ghi nhận", ["ConsentNote"] = "Ghi chú đồng ý",
        ["CreatedBy"] = "Người lập (mã)", ["CreatedOn"] = "Ngày lập", ["Total"] = "Thành tiền", ["NationalAmount"] = "KC quốc gia", ["ProvincialAmount"] = "KC địa phương", ["CommuneAmount"] = "Cấp xã",
        ["CounterpartAmount"] = "Đối ứng", ["IntegratedAmount"] = "Lồng ghép", ["SponsorshipAmount"] = "Tài trợ", ["OtherAmount"] = "Nguồn khác", ["Content"] = "Nội dung chi", ["KindCode"] = "Loại hỗ trợ",
        ["UnitPrice"] = "Đơn giá", ["Basis"] = "Căn cứ", ["BeneficiaryId"] = "Đơn vị thụ hưởng (mã)", ["ProductionSiteId"] = "Địa điểm (mã)", ["SupportAsked"] = "Hỗ trợ đề nghị",
        ["Model"] = "Model", ["Maker"] = "Hãng", ["Serial"] = "Số máy", ["MadeYear"] = "Năm sản xuất", ["Capacity"] = "Công suất", ["IsNew"] = "Mới 100 %", ["IsSelfMade"] = "Tự chế tạo", ["Quotation"] = "Báo giá",
        ["InvoiceNumber"] = "Số hóa đơn", ["MachineId"] = "Máy (mã)", ["AddedBy"] = "Người kèm", ["AddedAt"] = "Lúc kèm", ["OtherKind"] = "Nơi có khoản kia", ["OtherId"] = "Khoản kia (mã)", ["Outcome"] = "Kết luận",
        ["Marks"] = "Dấu hiệu đã xét", ["ResolvedBy"] = "Người kết luận", ["GivenBy"] = "Bên hỗ trợ", ["Parties"] = "Các bên khác", ["ProgrammeName"] = "Chương trình", ["ProjectName"] = "Dự án",
        ["CommuneCodes"] = "Mã các xã, phường, đặc khu", ["Decision"] = "Quyết định thành lập", ["DecidedOn"] = "Ngày quyết định", ["InvestorEstablishmentId"] = "Chủ đầu tư là cơ sở (mã)", ["InvestorOrganisationId"] = "Chủ đầu tư là tổ chức (mã)", ["InvestorName"] = "Chủ đầu tư ngoài danh mục",
        ["Area"] = "Diện tích (phần trăm ha)", ["IndustrialArea"] = "Đất công nghiệp (phần trăm ha)", ["LeasedArea"] = "Đã cho thuê (phần trăm ha)", ["Tenants"] = "Số cơ sở trong cụm", ["Waste"] = "Xử lý nước thải", ["WasteCapacity"] = "Công suất xử lý (m³/ngày đêm)",
        ["ReasonText"] = "Lý do cụ thể", ["Questions"] = "Mục cần hỏi", ["Needs"] = "Nhu cầu hỗ trợ", ["FilledBy"] = "Người điền", ["FilledAt"] = "Lúc điền", ["SurveyRoundId"] = "Đợt khảo sát (mã)", ["IndustrialClusterId"] = "Cụm công nghiệp (mã)", ["ProposedOn"] = "Ngày đề xuất", ["OneId"] = "Bản ghi thứ nhất (mã)", ["Likeness"] = "Dấu hiệu trùng đã xét",
        ["HolderId"] = "Đơn vị dự toán (mã)", ["Allotted"] = "Được giao", ["Approved"] = "Đã phê duyệt", ["EntryCount"] = "Số lần giao", ["EnteredBy"] = "Người ghi", ["EnteredAt"] = "Lúc ghi",
        ["TerritoryCode"] = "Mã địa bàn", ["BatchCount"] = "Số đợt", ["VersionNumber"] = "Phiên bản", ["Decider"] = "Cấp quyết định", ["Changes"] = "Thay đổi", ["DraftedBy"] = "Người gửi thẩm định (mã)",
        ["AppraisedBy"] = "Người thẩm định (mã)", ["OutsideAppraiser"] = "Người thẩm định bên ngoài", ["OutsideAppraiserUnit"] = "Đơn vị thẩm định bên ngoài", ["DelegationDocument"] = "Văn bản ủy quyền", ["ProjectId"] = "Đề án (mã)", ["LiveProjectId"] = "Đề án đang giữ (mã)",
        ["Proposed"] = "Đề nghị", ["Appraised"] = "Thẩm định", ["Resolved"] = "HĐND quyết nghị", ["Class"] = "Loại địa bàn",
        ["Mode"] = "Hình thức", ["AllowsConditional"] = "Cho phép đạt có điều kiện", ["QuorumPart"] = "Tỷ lệ họp hợp lệ (tử số)", ["QuorumWhole"] = "Tỷ lệ họp hợp lệ (mẫu số)", ["UsesRanking"] = "Dùng bảng xếp hạng nội bộ",
        ["Criteria"] = "Tiêu chí xếp hạng nội bộ", ["SetBy"] = "Người đặt", ["File"] = "Tệp", ["EndedOn"] = "Kết thúc ngày", ["EndReason"] = "Lý do kết thúc", ["UnitName"] = "Đơn vị", ["IsSubstitute"] = "Dự khuyết",
        ["UserId"] = "Người (mã)", ["HeldOn"] = "Ngày họp", ["Proceedings"] = "Diễn biến", ["ClosedAt"] = "Lúc kết thúc", ["ClosedBy"] = "Người kết thúc", ["SignedMinutes"] = "Biên bản đã ký", ["StartedBy"] = "Người bắt đầu (mã)",
        ["StartedOn"] = "Ngày bắt đầu", ["Result"] = "Kết quả", ["EntitledCount"] = "Số người có quyền bỏ phiếu", ["PassCount"] = "Phiếu đạt", ["ConditionalCount"] = "Phiếu đạt có điều kiện", ["FailCount"] = "Phiếu không đạt",
        ["ScoreTenths"] = "Điểm nội bộ (phần mười)", ["SignedBy"] = "Người ký", ["SignedAt"] = "Lúc ký", ["ResultReason"] = "Lý do", ["ResultConditions"] = "Điều kiện", ["ClosedReason"] = "Lý do dừng", ["Grounds"] = "Căn cứ phải rút",
        ["DeclaredAt"] = "Lúc khai", ["DeclaredText"] = "Nội dung khai", ["StandsInForId"] = "Thay cho (mã)", ["StandsInReason"] = "Lý do thay", ["SentAt"] = "Lúc gửi phiếu", ["Vote"] = "Phiếu", ["ConcludedBy"] = "Người kết luận (mã)",
        ["ByName"] = "Người kết luận", ["Proof"] = "Minh chứng", ["ProofFile"] = "Tệp minh chứng", ["MetOn"] = "Ngày đáp ứng", ["MetBy"] = "Người xác nhận", ["Round"] = "Lần",
        ["Rows"] = "Các dòng", ["ProposedBy"] = "Người đề nghị (mã)", ["BeneficiaryName"] = "Cơ sở được hỗ trợ", ["SupportKindCode"] = "Loại hỗ trợ", ["Machine"] = "Máy móc", ["MachineSerial"] = "Số máy",
        ["Edition"] = "Lần ban hành", ["PublishedBy"] = "Người công bố (mã)", ["Performer"] = "Người, đơn vị thực hiện", ["Work"] = "Nội dung công việc", ["Papers"] = "Giấy tờ",
        ["PapersOf"] = "Danh mục giấy tờ", ["DayKind"] = "Cách tính ngày",
    };

    private static readonly Dictionary<string, string> Parts = new()
    {
        ["OrganisationName"] = "Tên gọi", ["OrganisationRelation"] = "Quan hệ", ["DutyAssignment"] = "Phân công", ["ResultAmount"] = "Kinh phí", ["ResultBeneficiary"] = "Cơ sở thụ hưởng",
        ["Evidence"] = "Minh chứng", ["ProgrammeVersion"] = "Phiên bản", ["IndicatorValue"] = "Chỉ số", ["PetitionStep"] = "Bước xử lý", ["AmendmentStep"] = "Bước", ["LegalRelation"] = "Quan hệ văn bản",
        ["RuleAdoption"] = "Xác nhận áp dụng", ["Target"] = "Chỉ tiêu", ["Discrepancy"] = "Mâu thuẫn",
        ["ProductionSite"] = "Địa điểm sản xuất", ["EstablishmentIdentifier"] = "Mã định danh", ["EstablishmentName"] = "Tên cũ", ["EstablishmentYear"] = "Số liệu năm", ["EstablishmentProduct"] = "Sản phẩm",
        ["EstablishmentCertificate"] = "Chứng nhận", ["EstablishmentContact"] = "Người liên hệ", ["SupplyLink"] = "Liên kết", ["PrivacyConsent"] = "Đồng ý xử lý dữ liệu", ["EstablishmentMerge"] = "Hợp nhất", ["DuplicateDismissal"] = "Không trùng", ["ClusterFigure"] = "Số liệu", ["SurveySheet"] = "Phiếu khảo sát",
        ["AllocationEntry"] = "Lần giao", ["ApprovalBatch"] = "Đợt", ["BatchStep"] = "Bước của đợt", ["PlanItem"] = "Đề án trong kế hoạch", ["PlanItemAmount"] = "Mức theo nguồn", ["PlanVersion"] = "Phiên bản", ["BudgetEstimateLine"] = "Dòng dự toán", ["BudgetEstimateStep"] = "Bước xử lý",
        ["ProjectBeneficiary"] = "Đơn vị thụ hưởng", ["ProjectEstimateLine"] = "Dự toán", ["ProjectMachine"] = "Máy móc", ["ProjectPaper"] = "Giấy tờ", ["ProjectStep"] = "Bước xử lý", ["DoubleSupportResolution"] = "Kết luận nghi trùng", ["BeneficiaryList"] = "Danh sách đơn vị thụ hưởng",
        ["CouncilMember"] = "Thành viên", ["ProcedureStep"] = "Bước", ["AppraisalSeat"] = "Người thẩm định", ["AppraisalConclusion"] = "Kết luận", ["AppraisalCondition"] = "Điều kiện",
    };

    private static readonly HashSet<string> Amounts = ["Amount", "TotalAmount", "ResultAmount", "Gap", "Capital", "Revenue", "Export", "Total", "NationalAmount", "ProvincialAmount", "CommuneAmount", "CounterpartAmount", "IntegratedAmount", "SponsorshipAmount", "OtherAmount", "UnitPrice", "SupportAsked", "Allotted", "Approved", "Proposed", "Appraised"];

    /// <summary>"Minh chứng: Tên tệp" for "Evidence.FileName".</summary>
    public static string Label(string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var dot = field.IndexOf('.');
        return dot < 0 ? Labels.GetValueOrDefault(field, field) : $"{Parts.GetValueOrDefault(field[..dot], field[..dot])}: {Labels.GetValueOrDefault(field[(dot + 1)..], field[(dot + 1)..])}";
    }

    /// <summary>A stored value as it is read: dates dd/MM/yyyy, amounts grouped, words for codes.</summary>
    public static string? Text(string field, string? value)
    {
        ArgumentNullException.ThrowIfNull(field);
        var name = field[(field.LastIndexOf('.') + 1)..];
        return value switch
        {
            null => null,
            "True" => "Có",
            "False" => "Không",
            _ when Amounts.Contains(name) && long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount) => new Dong(amount).ToString(),
            _ when DateOnly.TryParseExact(value, "yyyy-MM-dd", out var day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
            _ when DateTime.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) => at.ToVietnam().ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture),
            _ when name is "Acts" or "OnlyActs" => string.Join("; ", value.Split(' ').Select(a => CodeWords.Text("Act", a))),
            _ => CodeWords.Text(name, value),
        };
    }
}
