using KhuyenCong.Domain.Law;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

public sealed partial class KhuyenCongDb
{
    public DbSet<LegalDocument> LegalDocuments => Set<LegalDocument>();

    public DbSet<LegalRelation> LegalRelations => Set<LegalRelation>();

    public DbSet<LegalRule> LegalRules => Set<LegalRule>();

    public DbSet<RuleAdoption> RuleAdoptions => Set<RuleAdoption>();
}
